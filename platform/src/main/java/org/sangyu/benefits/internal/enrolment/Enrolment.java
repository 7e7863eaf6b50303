package org.sangyu.benefits.internal.enrolment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;

/**
 * One person enrolled, or to be enrolled, for one benefit.
 *
 * @param county the county that pays, also after the person moved away
 * @param place village of the person, or the township when no more is known
 * @param returned handed back and waiting to be done again
 * @param applicant who applied, or null when nobody had to
 * @param reached first month in which the condition held, or null when not looked for
 * @param firstPayable first month paid, fixed at approval; null before
 * @param endedFrom first month no longer paid, or null
 * @param paidBeforeTo first month not paid by the former books, or null when there were none
 * @param account the account in use; one that nobody confirmed yet is never paid to
 * @param decidedMonth month of the decision shown, or null
 * @param amount what that decision gives, or null
 * @param because its reasons with clauses, one a line, Chinese and English
 * @param why reason of the last step
 * @param answerBy last day for the village to look, or null
 * @param lastStep id of the last deed, which undoes it
 * @param notice the public notice it stands on, or null
 * @param version grows with every change
 */
public record Enrolment(
        UUID id,
        ElderId elder,
        String benefit,
        Place county,
        Place place,
        EnrolmentStatus status,
        boolean returned,
        EnrolmentWay way,
        LocalDate appliedOn,
        @Nullable String applicant,
        @Nullable YearMonth reached,
        @Nullable YearMonth firstPayable,
        @Nullable YearMonth endedFrom,
        @Nullable YearMonth paidBeforeTo,
        @Nullable UUID account,
        @Nullable YearMonth decidedMonth,
        @Nullable Money amount,
        Because because,
        String why,
        @Nullable LocalDate answerBy,
        UUID lastStep,
        LocalDate steppedOn,
        @Nullable UUID notice,
        int version) {

    /** Reasons in both languages, one sentence a line; may be empty. */
    public record Because(String zh, String en) {}
}
