package org.sangyu.benefits.internal.enrolment;

/**
 * How a county enrols for one benefit: its own settings, else those of the installation.
 *
 * @param way how people come in; never {@code OPENED} or {@code MOVED}
 * @param monthsBack how many months before approval may be paid at most
 * @param noticeDays days of public notice before approval; 0 for none
 * @param answerDays days the village has to look when something speaks against paying; 0 when not set
 * @param version of the county's own settings; 0 when it has none
 */
public record Procedure(
        String benefit,
        BenefitMode mode,
        EnrolmentWay way,
        FirstPayableRule firstPayable,
        int monthsBack,
        int noticeDays,
        int answerDays,
        int version) {}
