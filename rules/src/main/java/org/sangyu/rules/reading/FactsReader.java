package org.sangyu.rules.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Attributes;
import org.sangyu.rules.facts.Death;
import org.sangyu.rules.facts.LtciFact;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Residence;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.StayFact;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;
import org.sangyu.rules.packs.Unit;

/** Reads one person's facts as they stand in a facts file or beside a benefit as a worked example. */
public final class FactsReader {
    private static final int MOST_LEVEL = 9;
    private static final int MOST_NATIONAL_LEVEL = 4;
    private static final int MOST_GRADE = 5;

    private final Problems problems;

    /** Reports what is wrong into these problems. */
    public FactsReader(Problems problems) {
        this.problems = problems;
    }

    /** The person; null, with problems, when anything about the person is wrong. */
    public @Nullable Person read(@Nullable Tree tree) {
        int before = problems.count();
        Fields fields = Fields.of(tree, problems);
        if (fields == null) {
            return null;
        }
        String id = fields.needText("id");
        fields.need("born");
        LocalDate born = fields.day("born");
        Sex sex = fields.constant("sex", Sex.class);
        Death died = died(fields);
        List<Residence> residences = new ArrayList<>(residences(fields, "registered", ResidenceKind.REGISTERED));
        residences.addAll(residences(fields, "resides", ResidenceKind.USUAL));
        List<TagFact> tags = list(fields, "tags", this::tag);
        List<AbilityFact> ability = list(fields, "ability", this::ability);
        List<LtciFact> ltci = list(fields, "ltci", this::ltci);
        List<StayFact> institution = list(fields, "institution", f -> new StayFact(span(f), provenance(f)));
        List<Receipt> receives = list(fields, "receives", this::receipt);
        fields.done();
        checkRepeated(fields, ability, ltci, receives);
        if (born != null && died != null && died.on().isBefore(born)) {
            fields.add(
                    "DIED_BEFORE_BORN",
                    fields.at("died"),
                    "去世日期早于出生日期",
                    "Died before born",
                    "改正其中一个日期",
                    "Mend one of the two days");
        }
        return id == null || born == null || problems.count() > before
                ? null
                : new Person(id, born, sex, died, residences, tags, ability, ltci, institution, receives);
    }

    private interface Item<T> {
        @Nullable
        T read(Fields fields);
    }

    private <T> List<T> list(Fields fields, String key, Item<T> item) {
        List<T> facts = new ArrayList<>();
        for (Tree tree : fields.items(key)) {
            Fields map = Fields.of(tree, problems);
            T fact = map == null ? null : item.read(map);
            if (map != null) {
                map.done();
            }
            if (fact != null) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private static Span span(Fields fields) {
        LocalDate from = fields.day("from");
        LocalDate to = fields.day("to");
        if (from != null && to != null && !from.isBefore(to)) {
            fields.add(
                    "FROM_NOT_BEFORE_TO",
                    fields.at("from"),
                    "from 不早于 to（to 是不再有效的第一天）",
                    "'from' is not before 'to' (the first day no longer)",
                    "改正日期",
                    "Mend the days");
            return Span.ALWAYS;
        }
        return new Span(from, to);
    }

    private static Provenance provenance(Fields fields) {
        LocalDate recorded = fields.day("recorded");
        String source = fields.text("source");
        return recorded == null && source == null ? Provenance.UNSAID : new Provenance(source, recorded);
    }

    private @Nullable Death died(Fields fields) {
        if (fields.tree("died") instanceof Tree.Branch) {
            Fields map = fields.fields("died");
            if (map == null) {
                return null;
            }
            map.need("on");
            LocalDate on = map.day("on");
            Provenance provenance = provenance(map);
            map.done();
            return on == null ? null : new Death(on, provenance);
        }
        LocalDate on = fields.day("died");
        return on == null ? null : new Death(on, Provenance.UNSAID);
    }

    private List<Residence> residences(Fields fields, String key, ResidenceKind kind) {
        if (fields.tree(key) instanceof Tree.Items) {
            return list(fields, key, f -> {
                RegionCode place = f.need("code") ? code(f, "code") : null;
                Span span = span(f);
                Provenance provenance = provenance(f);
                return place == null ? null : new Residence(kind, place, span, provenance);
            });
        }
        RegionCode place = code(fields, key);
        return place == null ? List.of() : List.of(new Residence(kind, place, Span.ALWAYS, Provenance.UNSAID));
    }

    private static @Nullable RegionCode code(Fields fields, String key) {
        String text = fields.text(key);
        if (text != null && !RegionCode.isCode(text)) {
            fields.add(
                    "NOT_A_REGION",
                    fields.at(key),
                    "“" + text + "”不是 2、4、6、9 或 12 位地区代码",
                    "'" + text + "' is no region code of 2, 4, 6, 9 or 12 digits",
                    "改正代码",
                    "Mend the code");
            return null;
        }
        return text == null ? null : RegionCode.of(text);
    }

    private @Nullable TagFact tag(Fields fields) {
        fields.need("tag");
        Tag tag = fields.constant("tag", Tag.class);
        Span span = span(fields);
        Provenance provenance = provenance(fields);
        Attributes attributes = Attributes.NONE;
        for (Attribute attribute : tag == null ? List.<Attribute>of() : tag.attributes()) {
            String value = fields.text(attribute.key());
            if (value != null && attribute.indexOf(value) < 0) {
                fields.add(
                        "UNKNOWN_WORD",
                        fields.at(attribute.key()),
                        "不认识“" + value + "”",
                        "'" + value + "' is not known here",
                        "可用的有 " + attribute.domain(),
                        "Use one of " + attribute.domain());
            } else if (value != null) {
                attributes = attributes.with(attribute, value);
            }
        }
        return tag == null ? null : new TagFact(tag, span, attributes, provenance);
    }

    private @Nullable AbilityFact ability(Fields fields) {
        String named = fields.text("instrument");
        String instrument = named == null ? AbilityFact.GBT_42195_2022 : named;
        boolean national = instrument.equals(AbilityFact.GBT_42195_2022);
        fields.need("level");
        Integer level = fields.number("level", 0, national ? MOST_NATIONAL_LEVEL : MOST_LEVEL);
        fields.need("on");
        LocalDate on = fields.day("on");
        Provenance provenance = provenance(fields);
        return level == null || on == null ? null : new AbilityFact(instrument, level, on, provenance);
    }

    private @Nullable LtciFact ltci(Fields fields) {
        fields.need("grade");
        Integer grade = fields.number("grade", 0, MOST_GRADE);
        fields.need("on");
        LocalDate on = fields.day("on");
        Provenance provenance = provenance(fields);
        return grade == null || on == null ? null : new LtciFact(grade, on, provenance);
    }

    private @Nullable Receipt receipt(Fields fields) {
        String benefit = fields.needText("benefit");
        Long amount = fields.amount("amount", Unit.CNY);
        Span span = span(fields);
        Provenance provenance = provenance(fields);
        return benefit == null ? null : new Receipt(benefit, amount, span, provenance);
    }

    private static void checkRepeated(
            Fields fields, List<AbilityFact> ability, List<LtciFact> ltci, List<Receipt> receives) {
        Set<String> days = new HashSet<>();
        ability.stream()
                .filter(a -> !days.add(a.instrument() + a.on()))
                .forEach(a -> repeated(fields, "ability", a.on().toString()));
        ltci.stream().filter(g -> !days.add("ltci" + g.on())).forEach(g -> repeated(fields, "ltci", g.on().toString()));
        for (int i = 0; i < receives.size(); i++) {
            for (int j = 0; j < i; j++) {
                Receipt a = receives.get(i);
                Receipt b = receives.get(j);
                if (a.benefit().equals(b.benefit()) && a.span().overlaps(b.span())) {
                    repeated(fields, "receives", a.benefit());
                }
            }
        }
    }

    private static void repeated(Fields fields, String key, String what) {
        fields.add(
                "REPEATED",
                fields.at(key),
                "“" + key + "”中同一月份或日期重复：" + what,
                "The same month or day stands twice in '" + key + "': " + what,
                "只留一条",
                "Keep one");
    }
}
