package org.sangyu.bench;

import java.util.ArrayList;
import java.util.List;

/** The rules of one region and month in the language of the other engine, a rule for each reason of a refusal too. */
final class DroolsRules {
    private static final String HERE = "!dead, here, ";

    private final List<String> rules = new ArrayList<>();
    private final HandWritten.Numbers numbers;

    private DroolsRules(HandWritten.Numbers numbers) {
        this.numbers = numbers;
    }

    static String of(HandWritten.Numbers numbers) {
        DroolsRules all = new DroolsRules(numbers);
        all.ages();
        all.hardship();
        all.homeAndAdmission();
        return "package org.sangyu.bench;\nimport org.sangyu.bench.DroolsFact;\n" + String.join("", all.rules);
    }

    private void rule(String when, String then) {
        rules.add("rule \"%d\" when $p: DroolsFact(%s) then %s end\n".formatted(rules.size(), when, then));
    }

    private void ages() {
        int[] days = numbers.bandDays();
        long[] amounts = numbers.bandAmounts();
        rule("dead", "$p.refuseAll(" + HandWritten.DEAD + ");");
        rule("!here", "$p.refuseAll(" + HandWritten.ELSEWHERE + ");");
        rule("born > " + days[0], "$p.refuse(0, " + HandWritten.AGE + ");");
        for (int i = 0; i < days.length; i++) {
            String below = i + 1 < days.length ? ", born > " + days[i + 1] : "";
            rule(HERE + "born <= " + days[i] + below, "$p.entitle(0, " + amounts[i + 1] + "L);");
        }
        int hundred = days[days.length - 1];
        StringBuilder refuse = new StringBuilder();
        StringBuilder entitle = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            refuse.append("$p.refuse(" + i + ", " + HandWritten.AGE + ");");
            entitle.append("$p.entitle(" + i + ", " + numbers.flat()[i] + "L);");
        }
        rule("born > " + hundred, refuse.toString());
        rule(HERE + "born <= " + hundred, entitle.toString());
    }

    private void hardship() {
        int lacks = HandWritten.LACKS_TAG;
        rule("!hardship", "$p.refuse(4, " + lacks + "); $p.refuse(5, " + lacks + ");");
        long[] support = numbers.support();
        for (int area = 0; area < 2; area++) {
            for (int way = 0; way < 2; way++) {
                rule(
                        HERE + "hardship, area == " + area + ", support == " + way,
                        "$p.entitle(4, " + support[area * 2 + way] + "L);");
            }
            unknown("area == " + area + ", support < 0", support[area * 2], support[area * 2 + 1]);
            unknown("support == " + area + ", area < 0", support[area], support[2 + area]);
        }
        rule(HERE + "hardship, area < 0, support < 0", "$p.open(4);");
        for (int care = 0; care < 3; care++) {
            rule(HERE + "hardship, care == " + care, "$p.entitle(5, " + numbers.care()[care] + "L);");
        }
        rule(HERE + "hardship, care < 0", "$p.open(5);");
    }

    private void unknown(String when, long one, long other) {
        rule(HERE + "hardship, " + when, one == other ? "$p.entitle(4, " + one + "L);" : "$p.open(4);");
    }

    private void homeAndAdmission() {
        rule("!difficulty", "$p.refuse(6, " + HandWritten.NO_DIFFICULTY + ");");
        rule("institution", "$p.refuse(6, " + HandWritten.IN_INSTITUTION + ");");
        rule(HERE + "difficulty, !institution", "$p.entitle(6, " + numbers.flat()[6] + "L);");
        rule("!minimum", "$p.refuse(7, " + HandWritten.LACKS_TAG + ");");
        rule("!frail", "$p.refuse(7, " + (HandWritten.NOT_DISABLED | HandWritten.NO_DEMENTIA) + ");");
        rule("!institution", "$p.refuse(7, " + HandWritten.AT_HOME + ");");
        rule(HERE + "minimum, frail, institution", "$p.open(7);");
    }
}
