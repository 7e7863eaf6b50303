package org.sangyu.benefits.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;

/**
 * One enrolment: where it stands, why, to which account, and what may be done with it here.
 *
 * @param stages the way from proposal to payment
 * @param facts name and value pairs
 * @param reasons of the decision shown, each with its clause
 * @param version goes back with every form
 * @param monthGiven true when the county must give the first month by hand
 * @param certifies true at the county, which prints what it paid
 * @param takesCertificate true when months paid elsewhere can be taken in
 */
public record EnrolmentView(
        String id,
        int version,
        String name,
        String elderHref,
        String benefit,
        String tone,
        String status,
        List<Stage> stages,
        List<Fact> facts,
        String outcome,
        List<Reason> reasons,
        List<Account> accounts,
        @Nullable AccountForm accountForm,
        List<DeedButton> deeds,
        List<Step> steps,
        FormErrors errors,
        String why,
        String endedFrom,
        boolean monthGiven,
        String firstPayable,
        boolean certifies,
        boolean takesCertificate) {

    /** One station on the way; current where it stands. */
    public record Stage(String text, boolean done, boolean current) {}

    /** A name and its value. */
    public record Fact(String label, String value) {}

    /** A sentence and its clause. */
    public record Reason(String sentence, String clause) {}

    /**
     * An account.
     *
     * @param people who proposed and confirmed it, when
     * @param flags what to look at twice
     * @param mayConfirm true when this person may confirm or refuse it
     * @param own true when this person proposed it and another has to confirm
     */
    public record Account(
            String id,
            String kind,
            String holder,
            String bank,
            String number,
            String tone,
            String state,
            String people,
            List<String> flags,
            boolean mayConfirm,
            boolean own) {}

    /** What was typed about an account. */
    public record AccountForm(
            List<Option> kinds,
            String holder,
            String relation,
            String bank,
            String number,
            String why,
            boolean change) {}

    /** A button with its words. */
    public record DeedButton(
            String verb, String text, boolean reason, boolean month, boolean primary, boolean danger) {}

    /** A step that was done. */
    public record Step(String at, String what, String who, String why) {}
}
