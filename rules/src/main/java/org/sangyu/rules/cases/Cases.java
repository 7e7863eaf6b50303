package org.sangyu.rules.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Decider;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Membership;
import org.sangyu.rules.Question;
import org.sangyu.rules.Reason;
import org.sangyu.rules.packs.CaseFile;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Text;
import org.sangyu.rules.packs.Unit;
import org.sangyu.rules.reading.Problems;

/** Runs worked examples; one that comes out otherwise is a problem at its line. */
public final class Cases {
    private record Ready(String region, String month, String asOf, boolean draft, Map<String, List<String>> settings) {}

    private final PackSet packs;
    private final Problems problems;
    private final Map<Ready, Decider> deciders = new HashMap<>();

    /** Runs against these packs, reporting into these problems. */
    public Cases(PackSet packs, Problems problems) {
        this.packs = packs;
        this.problems = problems;
    }

    /** The examples of one file; what cannot be read is a problem. */
    public List<WorkedCase> read(CaseFile file) {
        return new CaseReader(file, problems).read();
    }

    /** Runs all examples of the files and returns how many there were. */
    public int run(List<CaseFile> files) {
        int count = 0;
        for (CaseFile file : files) {
            for (WorkedCase example : read(file)) {
                run(example);
                count++;
            }
        }
        return count;
    }

    /** Runs one example. */
    public void run(WorkedCase example) {
        Decider decider = deciders.computeIfAbsent(
                new Ready(
                        example.region().digits(),
                        example.month().toString(),
                        String.valueOf(example.asOf()),
                        example.draft(),
                        example.settings()),
                key -> decider(example));
        if (example.ofGroup()) {
            decider.groups(example.person()).stream()
                    .filter(m -> m.group().id().equals(example.about()))
                    .findFirst()
                    .ifPresentOrElse(membership -> compare(example, membership), () -> noGroup(example));
            return;
        }
        decider.decide(example.person()).stream()
                .filter(d -> d.benefit().id().equals(example.about()))
                .findFirst()
                .ifPresent(decision -> compare(example, decision));
    }

    private Decider decider(WorkedCase example) {
        PackSet set = example.settings().isEmpty() ? packs : packs.withInstallation(overlay(example));
        return Decider.of(set, new Question(example.region(), example.month(), example.asOf(), example.draft(), null));
    }

    private static List<PackFile> overlay(WorkedCase example) {
        String folder = "installation/" + example.region().digits();
        StringBuilder settings = new StringBuilder("settings:\n");
        example.settings()
                .forEach((key, values) -> settings.append("  - {key: ")
                        .append(key)
                        .append(", values: ")
                        .append(values)
                        .append(", ground: {zh: 样例, en: case}}\n"));
        String pack = "region: \"" + example.region().digits() + "\"\nname: {zh: 样例, en: case}\n";
        return List.of(
                new PackFile(folder + "/pack.yaml", pack),
                new PackFile(folder + "/settings.yaml", settings.toString()));
    }

    private void compare(WorkedCase example, Decision decision) {
        WorkedCase.Expected expected = example.expected();
        Unit unit = decision.benefit().unit();
        List<String> differences = new ArrayList<>();
        differ(differences, "outcome", expected.outcome(), outcome(decision));
        String amount = decision instanceof Decision.Entitled e ? unit.format(e.amount()) : null;
        differ(differences, "amount", expected.amount(), amount);
        if (expected.before() != null) {
            Long before = decision.before();
            differ(differences, "before", expected.before(), before == null ? null : unit.format(before));
        }
        if (expected.possible() != null && decision instanceof Decision.Undetermined u) {
            List<String> possible = u.possible().stream().map(unit::format).toList();
            differ(differences, "possible", expected.possible(), possible);
        }
        report(example, differences, decision.reasons());
    }

    private void compare(WorkedCase example, Membership membership) {
        List<String> differences = new ArrayList<>();
        differ(
                differences,
                "member",
                example.expected().outcome(),
                membership.member().name());
        report(example, differences, membership.reasons());
    }

    private void noGroup(WorkedCase example) {
        problems.add(
                "UNKNOWN_NAME",
                example.at(),
                new Text("没有定义“" + example.about() + "”（group）", "No group '" + example.about() + "' is defined"),
                new Text("改正名称", "Mend the name"));
    }

    private void report(WorkedCase example, List<String> differences, List<Reason> reasons) {
        List<String> codes = reasons.stream().map(r -> r.code().name()).toList();
        example.expected().reasons().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> differences.add("reason " + code + " / " + codes));
        if (!differences.isEmpty()) {
            String all = String.join("; ", differences);
            problems.add(
                    "CASE_FAILS",
                    example.at(),
                    new Text(
                            "样例“" + example.name() + "”结果不符：" + all,
                            "The case '" + example.name() + "' differs: " + all),
                    new Text("改正样例或标准", "Mend the case or the standard"));
        }
    }

    private static void differ(
            List<String> differences, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add(what + " " + found + ", expected " + expected);
        }
    }

    /** The outcome of a decision as answers print it. */
    public static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Entitled _ -> "ENTITLED";
            case Decision.NotEntitled _ -> "NOT_ENTITLED";
            case Decision.Undetermined _ -> "UNDETERMINED";
        };
    }
}
