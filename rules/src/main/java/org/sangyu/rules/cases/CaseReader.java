package org.sangyu.rules.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Membership;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Residence;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.packs.CaseFile;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.reading.FactsReader;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;
import org.sangyu.rules.reading.YamlTree;

/** Reads {@code cases.yaml}; a person who names no registered place is registered in the pack's region. */
final class CaseReader {
    private final CaseFile file;
    private final Problems problems;

    CaseReader(CaseFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    List<WorkedCase> read() {
        List<WorkedCase> cases = new ArrayList<>();
        Fields top = Fields.of(YamlTree.read(file.file().path(), file.file().text(), problems), problems);
        if (top != null) {
            for (Tree tree : top.items("cases")) {
                Fields fields = Fields.of(tree, problems);
                WorkedCase read = fields == null ? null : one(fields);
                if (read != null) {
                    cases.add(read);
                }
            }
            top.done();
        }
        return cases;
    }

    private @Nullable WorkedCase one(Fields fields) {
        int before = problems.count();
        String name = fields.needText("name");
        String about = file.benefit() == null ? fields.needText("group") : file.benefit();
        RegionCode region = region(fields);
        YearMonth month = month(fields);
        LocalDate asOf = fields.day("as_of");
        boolean draft = fields.truth("draft", false);
        Map<String, List<String>> settings = settings(fields);
        Person person = fields.need("person") ? new FactsReader(problems).read(fields.tree("person")) : null;
        Fields expect = fields.need("expect") ? fields.fields("expect") : null;
        WorkedCase.Expected expected = expect == null ? null : expected(expect, file.benefit() == null);
        fields.done();
        if (name == null
                || about == null
                || region == null
                || month == null
                || person == null
                || expected == null
                || problems.count() > before) {
            return null;
        }
        return new WorkedCase(
                name,
                about,
                file.benefit() == null,
                region,
                month,
                asOf,
                draft,
                settings,
                registered(person, region),
                expected,
                fields.at());
    }

    private @Nullable RegionCode region(Fields fields) {
        String text = fields.has("region") ? fields.text("region") : file.pack().region();
        if (text == null || !RegionCode.isCode(text)) {
            wrong(fields, "region");
            return null;
        }
        return RegionCode.of(text);
    }

    private @Nullable YearMonth month(Fields fields) {
        String text = fields.needText("month");
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            wrong(fields, "month");
            return null;
        }
    }

    private static void wrong(Fields fields, String key) {
        Position at = fields.at(key);
        fields.add("WRONG_VALUE", at, "“" + key + "”不对", "'" + key + "' is wrong", "改正它", "Mend it");
    }

    private static Map<String, List<String>> settings(Fields fields) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        Fields map = fields.fields("settings");
        for (String key : map == null ? List.<String>of() : map.keys()) {
            settings.put(key, map == null ? List.of() : map.texts(key));
        }
        return settings;
    }

    private static WorkedCase.@Nullable Expected expected(Fields fields, boolean ofGroup) {
        if (ofGroup) {
            fields.need("member");
            Membership.Member member = fields.constant("member", Membership.Member.class);
            List<String> why = fields.texts("reasons");
            fields.done();
            return member == null ? null : new WorkedCase.Expected(member.name(), null, null, why, null);
        }
        String outcome = fields.needText("outcome");
        String amount = fields.text("amount");
        String before = fields.text("before");
        List<String> reasons = fields.texts("reasons");
        List<String> possible = fields.has("possible") ? fields.texts("possible") : null;
        fields.done();
        return outcome == null ? null : new WorkedCase.Expected(outcome, amount, before, reasons, possible);
    }

    private static Person registered(Person p, RegionCode region) {
        if (!p.residences().isEmpty()) {
            return p;
        }
        Residence here = new Residence(ResidenceKind.REGISTERED, region, Span.ALWAYS, Provenance.UNSAID);
        return new Person(
                p.id(),
                p.born(),
                p.sex(),
                p.died(),
                List.of(here),
                p.tags(),
                p.ability(),
                p.ltci(),
                p.institution(),
                p.receives());
    }
}
