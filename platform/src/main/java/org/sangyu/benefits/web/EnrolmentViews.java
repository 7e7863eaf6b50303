package org.sangyu.benefits.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.ChangeAccount;
import org.sangyu.benefits.internal.enrolment.Enrolment;
import org.sangyu.benefits.internal.enrolment.EnrolmentMoves;
import org.sangyu.benefits.internal.enrolment.EnrolmentStatus;
import org.sangyu.benefits.internal.enrolment.EnrolmentStep;
import org.sangyu.benefits.internal.enrolment.EnrolmentVerb;
import org.sangyu.benefits.internal.enrolment.Enrolments;
import org.sangyu.benefits.internal.enrolment.FirstPayableRule;
import org.sangyu.benefits.internal.enrolment.PayeeAccount;
import org.sangyu.benefits.internal.enrolment.PayeeAccounts;
import org.sangyu.benefits.internal.enrolment.Procedures;
import org.sangyu.benefits.internal.enrolment.Why;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Entitlements;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Option;
import org.sangyu.ui.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the page of one enrolment shows. */
@Component
class EnrolmentViews {

    private static final List<EnrolmentStatus> WAY = List.of(
            EnrolmentStatus.PROPOSED,
            EnrolmentStatus.VILLAGE_CHECKED,
            EnrolmentStatus.TOWNSHIP_REVIEWED,
            EnrolmentStatus.COUNTY_APPROVED,
            EnrolmentStatus.ACTIVE);

    private final Enrolments enrolments;
    private final PayeeAccounts accounts;
    private final Procedures procedures;
    private final ObjectProvider<Entitlements> entitlements;
    private final Shown shown;

    EnrolmentViews(
            Enrolments enrolments,
            PayeeAccounts accounts,
            Procedures procedures,
            ObjectProvider<Entitlements> entitlements,
            Shown shown) {
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.procedures = procedures;
        this.entitlements = entitlements;
        this.shown = shown;
    }

    /** What was typed and what is wrong with it; nothing when the page is opened. */
    record Typed(FormErrors errors, String why, String endedFrom, ChangeAccount.@Nullable Command account) {
        static final Typed NOTHING = new Typed(FormErrors.NONE, "", "", null);
    }

    EnrolmentView view(Enrolment one, Desk desk, Words words, Typed typed) {
        Shown.Names names = shown.names(List.of(one), desk.scope(), words.language());
        List<PayeeAccount> known = accounts.of(one.id(), desk.scope());
        Optional<Entitlements.Line> line = decision(one, desk, words);
        boolean given =
                procedures.of(one.county(), one.benefit(), desk.scope()).firstPayable() == FirstPayableRule.GIVEN;
        return new EnrolmentView(
                one.id().toString(),
                one.version(),
                names.name(one.elder()),
                "/elders/" + one.elder(),
                shown.benefit(one.benefit(), words),
                Shown.tone(one.status()),
                Shown.status(one.status(), words),
                stages(one, words),
                facts(one, names, words),
                outcome(one, line, words),
                reasons(one, line, words),
                known.stream().map(account -> account(account, desk, words)).toList(),
                accountForm(one, known, desk, words, typed.account()),
                deeds(one, desk, words),
                enrolments.steps(one.id(), desk.scope()).stream()
                        .map(step -> step(step, words))
                        .toList(),
                typed.errors(),
                typed.why(),
                typed.endedFrom(),
                given && one.status() == EnrolmentStatus.TOWNSHIP_REVIEWED && desk.role() == Role.COUNTY_CLERK,
                Formats.month(one.firstPayable()),
                desk.place().level() == PlaceLevel.COUNTY,
                desk.role() == Role.COUNTY_CLERK && one.status().isOpen());
    }

    private Optional<Entitlements.Line> decision(Enrolment one, Desk desk, Words words) {
        Entitlements policy = entitlements.getIfAvailable();
        if (policy == null) {
            return Optional.empty();
        }
        return policy
                .of(
                        one.elder(),
                        desk.scope(),
                        YearMonth.from(shown.today()),
                        words.language().locale())
                .stream()
                .filter(line -> line.benefit().equals(one.benefit()))
                .findFirst();
    }

    private static String outcome(Enrolment one, Optional<Entitlements.Line> line, Words words) {
        if (line.isEmpty()) {
            return one.decidedMonth() == null
                    ? ""
                    : words.say("benefits.decided", one.decidedMonth().toString());
        }
        String outcome = words.say("benefits.outcome." + line.get().outcome());
        return line.get().amount() == null
                ? outcome
                : outcome + " · " + line.get().amount();
    }

    private static List<EnrolmentView.Reason> reasons(Enrolment one, Optional<Entitlements.Line> line, Words words) {
        if (line.isPresent()) {
            return line.get().reasons().stream()
                    .map(because -> new EnrolmentView.Reason(because.sentence(), because.clause()))
                    .toList();
        }
        return Shown.because(one, words)
                .lines()
                .map(sentence -> new EnrolmentView.Reason(sentence, ""))
                .toList();
    }

    private static List<EnrolmentView.Stage> stages(Enrolment one, Words words) {
        int at = WAY.indexOf(one.status());
        List<EnrolmentView.Stage> stages = new ArrayList<>();
        for (int i = 0; i < WAY.size(); i++) {
            boolean passed = at >= i || at < 0 && one.firstPayable() != null && i < WAY.size() - 1;
            stages.add(
                    new EnrolmentView.Stage(words.say("benefits.stage." + WAY.get(i)), passed, at >= 0 && i == at + 1));
        }
        return stages;
    }

    private List<EnrolmentView.Fact> facts(Enrolment one, Shown.Names names, Words words) {
        List<EnrolmentView.Fact> facts = new ArrayList<>();
        fact(facts, words, "benefits.who", shown.sexAndAge(names.people().get(one.elder()), words));
        fact(facts, words, "benefits.id.number", names.maskedId(one.elder()));
        fact(facts, words, "benefits.village", names.place(one.place()));
        fact(facts, words, "benefits.county", shown.placeName(one.county(), words.language()));
        fact(
                facts,
                words,
                "benefits.way",
                words.say("benefits.way." + one.way()) + " · " + Formats.date(one.appliedOn()));
        fact(facts, words, "benefits.applicant", one.applicant() == null ? "" : one.applicant());
        fact(facts, words, "benefits.amount.yuan", Shown.amount(one));
        fact(facts, words, "benefits.first.payable", Formats.month(one.firstPayable()));
        fact(facts, words, "benefits.paid.before", month(one.paidBeforeTo()));
        fact(facts, words, "benefits.last.month", month(one.endedFrom()));
        fact(facts, words, "benefits.answer.by", Formats.date(one.answerBy()));
        fact(facts, words, "benefits.last.why", Why.say(one.why(), words));
        return facts;
    }

    private static String month(@Nullable YearMonth firstNoLonger) {
        return firstNoLonger == null ? "" : Formats.month(firstNoLonger.minusMonths(1));
    }

    private static void fact(List<EnrolmentView.Fact> facts, Words words, String key, String value) {
        if (!value.isBlank()) {
            facts.add(new EnrolmentView.Fact(words.say(key), value));
        }
    }

    private static EnrolmentView.Account account(PayeeAccount account, Desk desk, Words words) {
        List<String> flags = new ArrayList<>();
        if (account.holderDiffers()) {
            flags.add(words.say("benefits.account.differs"));
        }
        if (account.shared()) {
            flags.add(words.say("benefits.account.shared"));
        }
        boolean proposed = account.state() == PayeeAccount.State.PROPOSED;
        boolean own = account.proposedBy().equals(desk.account());
        return new EnrolmentView.Account(
                account.id().toString(),
                words.say("benefits.kind." + account.kind()),
                account.relation().isEmpty() ? account.holder() : account.holder() + "（" + account.relation() + "）",
                account.bank(),
                "···· " + account.lastFour(),
                switch (account.state()) {
                    case PROPOSED -> "wait";
                    case CONFIRMED -> "ok";
                    case REPLACED -> "off";
                    case REFUSED -> "bad";
                },
                words.say("benefits.account.state." + account.state()),
                people(account, words),
                flags,
                proposed && !own && ChangeAccount.mayConfirm(desk.role()),
                proposed && own);
    }

    private static String people(PayeeAccount account, Words words) {
        String proposed =
                words.say("benefits.account.proposed", account.proposedName(), Formats.instant(account.proposedAt()));
        return account.confirmedBy() == null
                ? proposed
                : proposed
                        + " · "
                        + words.say(
                                "benefits.account.confirmed",
                                account.confirmedBy(),
                                Formats.instant(account.confirmedAt()));
    }

    private static EnrolmentView.@Nullable AccountForm accountForm(
            Enrolment one, List<PayeeAccount> known, Desk desk, Words words, ChangeAccount.@Nullable Command typed) {
        if (!ChangeAccount.mayPropose(desk.role()) || !one.status().isOpen()) {
            return null;
        }
        PayeeAccount.Kind chosen = typed == null ? PayeeAccount.Kind.SELF : typed.kind();
        List<Option> kinds = Arrays.stream(PayeeAccount.Kind.values())
                .map(kind -> new Option(kind.name(), words.say("benefits.kind." + kind), kind == chosen))
                .toList();
        boolean change = one.account() != null || !known.isEmpty();
        return typed == null
                ? new EnrolmentView.AccountForm(kinds, "", "", "", "", "", change)
                : new EnrolmentView.AccountForm(
                        kinds, typed.holder(), typed.relation(), typed.bank(), typed.number(), typed.why(), change);
    }

    private static List<EnrolmentView.DeedButton> deeds(Enrolment one, Desk desk, Words words) {
        List<EnrolmentVerb> verbs = EnrolmentMoves.at(one.status(), desk.role()).stream()
                .filter(verb -> verb != EnrolmentVerb.UNDO)
                .toList();
        return verbs.stream()
                .map(verb -> new EnrolmentView.DeedButton(
                        verb.name(),
                        words.say("benefits.verb." + verb),
                        verb.needsReason(),
                        verb == EnrolmentVerb.END,
                        verb == verbs.getFirst() && !verb.needsReason(),
                        verb == EnrolmentVerb.REFUSE || verb == EnrolmentVerb.END || verb == EnrolmentVerb.SUSPEND))
                .toList();
    }

    private static EnrolmentView.Step step(EnrolmentStep step, Words words) {
        String role = words.knows("access.role." + step.role()) ? words.say("access.role." + step.role()) : "";
        return new EnrolmentView.Step(
                Formats.instant(step.at()),
                words.say("benefits.step." + step.verb()),
                role.isEmpty() ? step.by() : step.by() + " · " + role,
                Why.say(step.why(), words));
    }
}
