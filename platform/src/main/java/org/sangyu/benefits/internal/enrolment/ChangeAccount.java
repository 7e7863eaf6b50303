package org.sangyu.benefits.internal.enrolment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sangyu.benefits.internal.enrolment.PayeeAccount.Kind;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts are proposed by one person and confirmed by another; nobody confirms what they proposed. */
@Component
public class ChangeAccount {

    private static final Set<Role> PROPOSE = Set.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK);
    private static final Set<Role> CONFIRM = Set.of(Role.COUNTY_CLERK, Role.COUNTY_REVIEWER);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,32}");
    private static final int LONGEST = 100;

    private final Enrolments enrolments;
    private final PayeeAccounts accounts;
    private final People people;
    private final TimeOrderedIds ids;
    private final Jobs jobs;
    private final Audit audit;

    ChangeAccount(
            Enrolments enrolments, PayeeAccounts accounts, People people, TimeOrderedIds ids, Jobs jobs, Audit audit) {
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.people = people;
        this.ids = ids;
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * An account as typed.
     *
     * @param number with or without spaces
     * @param why why it changes; needed when there is one already
     */
    public record Command(
            UUID enrolment, Kind kind, String holder, String relation, String bank, String number, String why) {}

    /** What is wrong: field name to words key; empty when it was taken in. */
    public record Result(Map<String, String> wrong) {

        /** True when it waits for the second person now. */
        public boolean isDone() {
            return wrong.isEmpty();
        }
    }

    /** True for desks that may propose an account. */
    public static boolean mayPropose(Role role) {
        return PROPOSE.contains(role);
    }

    /** True for desks that may confirm an account, of somebody else. */
    public static boolean mayConfirm(Role role) {
        return CONFIRM.contains(role);
    }

    /** Takes a proposal in, or says what is wrong with it. */
    @Transactional
    public Result propose(Command command) {
        Desk desk = CurrentDesk.get();
        Optional<Enrolment> enrolment = enrolments.find(command.enrolment(), desk.scope());
        if (enrolment.isEmpty()
                || !mayPropose(desk.role())
                || !enrolment.get().status().isOpen()) {
            return new Result(Map.of("enrolment", "benefits.account.error.desk"));
        }
        Map<String, String> wrong = wrong(command, enrolment.get());
        if (!wrong.isEmpty()) {
            return new Result(wrong);
        }
        Map<String, String> guarded = values(command, enrolment.get(), desk);
        String name = people.find(enrolment.get().elder(), desk.scope())
                .map(People.Person::name)
                .orElse("");
        String holder = command.holder().strip();
        accounts.propose(
                ids.next(),
                enrolment.get(),
                new PayeeAccounts.Proposal(
                        command.kind(),
                        holder,
                        command.relation().strip(),
                        command.bank().strip(),
                        digits(command.number()),
                        command.kind() == Kind.SELF && !holder.equals(name),
                        command.why().strip()),
                desk);
        audit.write(
                "enrolment.account.propose",
                command.enrolment(),
                enrolment.get().place(),
                new Audit.Personal(
                        enrolment.get().elder(), Map.of("kind", command.kind().name(), "why", command.why()), guarded));
        return new Result(Map.of());
    }

    /** The account in use and the one proposed, as the ledger keeps them. */
    private Map<String, String> values(Command command, Enrolment enrolment, Desk desk) {
        Map<String, String> values = new HashMap<>();
        values.put("new.holder", command.holder().strip());
        values.put("new.bank", command.bank().strip());
        values.put("new.number", digits(command.number()));
        accounts.of(enrolment.id(), desk.scope()).stream()
                .filter(account -> account.id().equals(enrolment.account()))
                .findFirst()
                .ifPresent(used -> {
                    values.put("old.holder", used.holder());
                    values.put("old.bank", used.bank());
                    accounts.number(used.id(), enrolment.id(), desk.scope())
                            .ifPresent(number -> values.put("old.number", number));
                });
        return values;
    }

    /**
     * Confirms some proposals of other people.
     *
     * @return how many were confirmed; one's own are left
     */
    @Transactional
    public long confirm(List<UUID> proposals) {
        Desk desk = CurrentDesk.get();
        if (!mayConfirm(desk.role()) || proposals.isEmpty()) {
            return 0;
        }
        UUID act = ids.next();
        long confirmed = accounts.confirm(proposals, act, desk);
        audit.write("enrolment.account.confirm", act, desk.place(), Map.of("count", String.valueOf(confirmed)));
        return confirmed;
    }

    /** Starts the job that confirms every proposal of other people in the desk's scope. */
    @Transactional
    public UUID confirmAll() {
        if (!mayConfirm(CurrentDesk.get().role())) {
            throw new IllegalStateException("this desk confirms no accounts");
        }
        return jobs.start(ConfirmAccountsJob.KIND, new Jobs.Title("benefits.job.accounts", List.of()), Map.of());
    }

    /** Does not accept a proposal, with a reason; false when it is gone or this desk may not. */
    @Transactional
    public boolean refuse(UUID enrolment, UUID proposal, String why) {
        Desk desk = CurrentDesk.get();
        if (!mayConfirm(desk.role())
                || why.isBlank()
                || accounts.of(enrolment, desk.scope()).stream()
                        .noneMatch(account -> account.id().equals(proposal))) {
            return false;
        }
        boolean done = accounts.refuse(proposal, why.strip(), desk);
        if (done) {
            audit.write("enrolment.account.refuse", enrolment, desk.place(), Map.of("why", why));
        }
        return done;
    }

    /**
     * The number in clear for the person who compares it with the paper; who saw it and why is kept, and the elder can
     * read it.
     *
     * @param reason what it is needed for, 2 to 200 characters
     */
    @Transactional
    public Optional<String> reveal(UUID enrolment, UUID account, String reason) {
        Desk desk = CurrentDesk.get();
        Optional<String> number = accounts.number(account, enrolment, desk.scope());
        number.ifPresent(seen -> audit.write(
                "enrolment.account.reveal",
                enrolments.find(enrolment, desk.scope()).orElseThrow().elder().value(),
                desk.place(),
                Map.of("account", account.toString(), "reason", reason)));
        return number;
    }

    private Map<String, String> wrong(Command command, Enrolment enrolment) {
        Map<String, String> wrong = new java.util.LinkedHashMap<>();
        if (command.holder().isBlank() || command.holder().length() > LONGEST) {
            wrong.put("holder", "benefits.account.error.holder");
        }
        boolean related = command.kind() == Kind.FAMILY || command.kind() == Kind.GUARDIAN;
        if (related && command.relation().isBlank() || command.relation().length() > LONGEST) {
            wrong.put("relation", "benefits.account.error.relation");
        }
        if (command.bank().isBlank() || command.bank().length() > LONGEST) {
            wrong.put("bank", "benefits.account.error.bank");
        }
        if (!NUMBER.matcher(digits(command.number())).matches()) {
            wrong.put("number", "benefits.account.error.number");
        }
        if (enrolment.account() != null && command.why().isBlank()
                || command.why().length() > 2 * LONGEST) {
            wrong.put("why", "benefits.account.error.why");
        }
        return wrong;
    }

    private static String digits(String number) {
        return number.replaceAll("[\\s-]", "");
    }
}
