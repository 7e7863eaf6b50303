package org.sangyu.rules.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;

/**
 * Reads a list of dated values and checks its days: strictly increasing, no silent gap, nothing twice unless both say
 * that they contradict each other.
 */
final class DatedReader {

    /** Reads what is particular to the value from the same map that holds its days and its source. */
    interface Payload<T> {
        @Nullable
        T read(Fields fields);
    }

    private record Entry<T>(Dated<T> dated, @Nullable String id, boolean gapDeclared) {}

    private final Pack pack;
    private final Problems problems;

    DatedReader(Pack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    /** Oldest first; null when anything in the list is wrong, so that no half-read parameter decides. */
    <T> @Nullable Parameter<T> read(List<Tree> items, Use use, Strength strength, Payload<T> payload) {
        int before = problems.count();
        List<Entry<T>> entries = new ArrayList<>();
        for (Tree item : items) {
            Fields fields = Fields.of(item, problems);
            Entry<T> entry = fields == null ? null : entry(fields, payload);
            if (entry != null) {
                entries.add(entry);
            }
        }
        if (problems.count() == before) {
            checkContradictions(entries);
            List<Entry<T>> chain = clipped(chain(entries));
            checkOrder(chain);
            if (problems.count() == before) {
                List<Dated<T>> values =
                        new ArrayList<>(chain.stream().map(Entry::dated).toList());
                entries.stream().map(Entry::dated).filter(DatedReader::isSecond).forEach(values::add);
                return new Parameter<>(pack, use, strength, values);
            }
        }
        return null;
    }

    private <T> @Nullable Entry<T> entry(Fields fields, Payload<T> payload) {
        int before = problems.count();
        fields.need("from");
        When from = WhenReader.read(fields, "from");
        When to = WhenReader.read(fields, "to");
        Source source = source(fields);
        fields.need("kind");
        SourceKind kind = fields.constant("kind", SourceKind.class);
        LocalDate recorded = fields.day("recorded");
        LocalDate confirmed = fields.day("confirmed");
        String id = fields.text("id");
        String contradicts = fields.text("contradicts");
        boolean first = fields.truth("shown_first", false);
        boolean gap = fields.truth("gap_declared", false);
        fields.text("note");
        T value = payload.read(fields);
        fields.done();
        if (from != null && to != null && !from.earliest().isBefore(to.latest())) {
            fields.add(
                    "FROM_NOT_BEFORE_TO",
                    fields.at(),
                    "from 不早于 to",
                    "'from' is not before 'to'",
                    "改正日期",
                    "Mend the days");
        }
        if (value == null || from == null || source == null || kind == null || problems.count() > before) {
            if (problems.count() == before) {
                fields.add("NO_VALUE", fields.at(), "没有写值", "No value is given", "写上值", "Write the value");
            }
            return null;
        }
        Dated<T> dated =
                new Dated<>(value, from, to, source, kind, recorded, confirmed, contradicts, first, fields.at());
        return new Entry<>(dated, id, gap);
    }

    static @Nullable Source source(Fields fields) {
        Fields source = fields.need("source") ? fields.fields("source") : null;
        if (source == null) {
            return null;
        }
        String document = source.needText("document");
        String clause = source.needText("clause");
        source.done();
        return document == null || clause == null ? null : new Source(document, clause);
    }

    private static boolean isSecond(Dated<?> dated) {
        return dated.contradicts() != null && !dated.shownFirst();
    }

    private static <T> List<Entry<T>> chain(List<Entry<T>> entries) {
        return entries.stream().filter(e -> !isSecond(e.dated())).toList();
    }

    private <T> List<Entry<T>> clipped(List<Entry<T>> chain) {
        List<Entry<T>> clipped = new ArrayList<>();
        for (Entry<T> entry : chain) {
            Entry<T> next = entry;
            When from = entry.dated().from();
            if (!clipped.isEmpty() && from.seen()) {
                LocalDate known = clipped.getLast().dated().from().latest().plusDays(1);
                if (!known.isAfter(from.latest())) {
                    When after = new When(known, from.latest(), false, known + ".." + from.latest());
                    next = new Entry<>(withFrom(entry.dated(), after), entry.id(), entry.gapDeclared());
                }
            }
            clipped.add(next);
        }
        return clipped;
    }

    private static <T> Dated<T> withFrom(Dated<T> d, When from) {
        return new Dated<>(
                d.value(),
                from,
                d.to(),
                d.source(),
                d.kind(),
                d.recorded(),
                d.confirmed(),
                d.contradicts(),
                d.shownFirst(),
                d.at());
    }

    private <T> void checkOrder(List<Entry<T>> chain) {
        for (int i = 1; i < chain.size(); i++) {
            Dated<T> earlier = chain.get(i - 1).dated();
            Dated<T> later = chain.get(i).dated();
            When to = earlier.to();
            if (!earlier.from().latest().isBefore(later.from().earliest())
                    || (to != null && later.from().earliest().isBefore(to.latest()) && !to.equals(later.from()))) {
                add(
                        "SAME_DAYS",
                        later.at(),
                        "与上一个值（第 " + earlier.at().line() + " 行）的日期重叠或次序颠倒",
                        "Its days overlap or precede those of the value in line "
                                + earlier.at().line(),
                        "按日期先后排列；确实矛盾的两处都写 contradicts，并标明一处 shown_first",
                        "Order them by day; where documents truly disagree give both 'contradicts' and one 'shown_first'");
            } else if (to != null
                    && to.latest().isBefore(later.from().earliest())
                    && !chain.get(i - 1).gapDeclared()) {
                add(
                        "GAP",
                        later.at(),
                        "与上一个值之间有空档",
                        "There is a gap after the value before",
                        "补上值，或在前一个值上写 gap_declared: true",
                        "Fill it, or write gap_declared: true at the value before");
            }
        }
    }

    private <T> void checkContradictions(List<Entry<T>> entries) {
        Map<String, Dated<T>> byId = new HashMap<>();
        for (Entry<T> entry : entries) {
            if (entry.id() != null) {
                byId.put(entry.id(), entry.dated());
            }
        }
        for (Entry<T> entry : entries) {
            String other = entry.dated().contradicts();
            if (other != null && !answers(byId.get(other), entry, byId)) {
                add(
                        "CONTRADICTION",
                        entry.dated().at(),
                        "contradicts 应互相指明，且恰有一处 shown_first",
                        "'contradicts' must name each other, and exactly one is 'shown_first'",
                        "两处都写 id 与 contradicts，一处写 shown_first: true",
                        "Give both an id and 'contradicts', and one shown_first: true");
            }
        }
    }

    private static <T> boolean answers(@Nullable Dated<T> other, Entry<T> entry, Map<String, Dated<T>> byId) {
        String back = other == null ? null : other.contradicts();
        return other != null
                && back != null
                && Objects.equals(byId.get(back), entry.dated())
                && other.shownFirst() != entry.dated().shownFirst();
    }

    private void add(String code, Position at, String zh, String en, String todoZh, String todoEn) {
        problems.add(code, at, new Text(zh, en), new Text(todoZh, todoEn));
    }
}
