package org.sangyu.benefits.internal.unclaimed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Answer;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Outcome;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Subject;
import org.sangyu.benefits.internal.enrolment.StageCopy;
import org.sangyu.shared.Jobs;
import org.sangyu.ui.Language;

/** Writes what a month's decisions say of the living: who is entitled, and about whom something is missing. */
final class UnclaimedStaging {

    /** How far back 'since when' is looked for; beyond it the page says 'or earlier'. */
    static final int MOST_MONTHS_BACK = 24;

    private static final int TELL_EVERY = 1_000;

    private final Jobs.Run run;
    private final YearMonth month;
    private final Set<String> known;
    private final Map<UUID, Set<String>> taken;
    private long seen;

    /**
     * Begins.
     *
     * @param known benefits of which it is known who receives them
     * @param taken benefits each person receives or is enrolled for; reasons are not needed for these
     */
    UnclaimedStaging(Jobs.Run run, YearMonth month, Set<String> known, Map<UUID, Set<String>> taken) {
        this.run = run;
        this.month = month;
        this.known = known;
        this.taken = taken;
    }

    long seen() {
        return seen;
    }

    void write(Subject person, StageCopy.Out out) {
        if (++seen % TELL_EVERY == 0) {
            run.progress(seen, 0);
        }
        if (person.died() != null) {
            return;
        }
        Set<String> has = taken.getOrDefault(person.elder().value(), Set.of());
        List<List<Answer>> back = new ArrayList<>();
        back.add(person.decide(month));
        for (int benefit = 0; benefit < back.getFirst().size(); benefit++) {
            Answer answer = back.getFirst().get(benefit);
            boolean entitled = answer.outcome() == Outcome.ENTITLED;
            boolean matters = entitled || answer.outcome() == Outcome.UNDETERMINED && known.contains(answer.benefit());
            if (matters) {
                boolean explained = known.contains(answer.benefit()) && !has.contains(answer.benefit());
                int months = entitled && explained ? monthsBack(person, benefit, back) : 0;
                out.row(
                        run.id(),
                        person.elder(),
                        person.place(),
                        answer.benefit(),
                        entitled,
                        entitled ? answer.fen() : null,
                        entitled && explained ? first(months) : null,
                        months == MOST_MONTHS_BACK,
                        explained ? answer.because(Language.ZH) : "",
                        explained ? answer.because(Language.EN) : "");
            }
        }
    }

    private LocalDate first(int months) {
        return month.minusMonths(months).atDay(1);
    }

    /** How many months before this one the person was entitled without a break; decisions once made are kept. */
    private int monthsBack(Subject person, int benefit, List<List<Answer>> back) {
        int months = 0;
        while (months < MOST_MONTHS_BACK) {
            if (back.size() == months + 1) {
                back.add(person.decide(month.minusMonths(months + 1L)));
            }
            if (back.get(months + 1).get(benefit).outcome() != Outcome.ENTITLED) {
                return months;
            }
            months++;
        }
        return months;
    }
}
