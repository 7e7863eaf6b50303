package org.sangyu.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.AccountEntry.DeskEntry;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts, gives and ends desks, gives one-time passwords; every deed stands in the ledger. */
@Service
public class AccountKeeping {

    private final AccountTables accounts;
    private final AccountRegister register;
    private final PasswordEncoder encoder;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final SignInGuard guard;
    private final SecondFactors factors;
    private final SignedInNow signedIn;
    private final Organisations organisations;
    private final Clock clock;

    AccountKeeping(
            AccountTables accounts,
            AccountRegister register,
            PasswordEncoder encoder,
            TimeOrderedIds ids,
            Audit audit,
            SignInGuard guard,
            SecondFactors factors,
            SignedInNow signedIn,
            Organisations organisations,
            Clock clock) {
        this.accounts = accounts;
        this.register = register;
        this.encoder = encoder;
        this.ids = ids;
        this.audit = audit;
        this.guard = guard;
        this.factors = factors;
        this.signedIn = signedIn;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Accounts whose sign-in name or person begins with the text; at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<AccountEntry> list(String beginning, int offset, int limit) {
        return register.list(beginning, offset, limit);
    }

    /** The account with this id. */
    @Transactional(readOnly = true)
    public Optional<AccountEntry> find(UUID id) {
        return register.find(id);
    }

    /**
     * A new account with its first desk.
     *
     * @param name sign-in name, 2 to 40 small letters, digits, dots and dashes
     */
    public record NewAccount(String name, String person, DeskWanted desk) {}

    /**
     * A desk to be given.
     *
     * @param place for what place; in an organisation that one's place
     * @param organisation in which it is held; null for the office's own
     */
    public record DeskWanted(
            Role role, Place place, @Nullable UUID organisation) {

        /** A desk of the office. */
        public static DeskWanted of(Role role, Place place) {
            return new DeskWanted(role, place, null);
        }
    }

    /** From which day a desk counts, and its last day; null while it has none. */
    public record Days(LocalDate from, @Nullable LocalDate last) {

        @Nullable
        LocalDate after() {
            return last == null ? null : last.plusDays(1);
        }
    }

    /**
     * What a deed came to.
     *
     * @param password the one-time password to hand over; null when none was given
     * @param refusal null when it was done
     * @param account whose account it is; null when it was refused
     */
    public record Outcome(
            @Nullable String password,
            @Nullable AccountRefusal refusal,
            @Nullable UUID account) {

        static Outcome done(UUID account) {
            return new Outcome(null, null, account);
        }

        static Outcome refused(AccountRefusal refusal) {
            return new Outcome(null, refusal, null);
        }
    }

    /** Makes an account; the password it answers with is shown once and kept nowhere. */
    @Transactional
    public Outcome create(NewAccount wanted) {
        if (register.find(wanted.name()).isPresent()) {
            return Outcome.refused(AccountRefusal.NAME_TAKEN);
        }
        AccountRefusal refusal = refusal(wanted.desk());
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        String password = make(wanted);
        UUID id = register.find(wanted.name()).orElseThrow().id();
        audit.write("account.create", id, wanted.desk().place(), described(wanted.name(), wanted.desk()));
        return new Outcome(password, null, id);
    }

    /** The first account of an installation, made by the installation itself. */
    @Transactional
    public Optional<String> createFirst(NewAccount wanted) {
        return register.isEmpty() ? Optional.of(make(wanted)) : Optional.empty();
    }

    /** A new one-time password for the first account while nobody used the last one and there is nobody else. */
    @Transactional
    public Optional<String> renewUnused() {
        List<AccountEntry> few = register.list("", 0, 2);
        return few.size() == 1 && few.getFirst().temporary()
                ? Optional.of(give(few.getFirst().id()))
                : Optional.empty();
    }

    /** A new one-time password; the old one counts no more. */
    @Transactional
    public Outcome givePassword(AccountEntry account) {
        if (isOwn(account)) {
            return Outcome.refused(AccountRefusal.OWN_ACCOUNT);
        }
        String password = give(account.id());
        signedIn.endOthers(account.name());
        audit.write("account.password", account.id(), null, Map.of("account", account.name()));
        return new Outcome(password, null, account.id());
    }

    /** One desk more. */
    @Transactional
    public Outcome giveDesk(AccountEntry account, DeskWanted wanted, Days days) {
        Role role = wanted.role();
        if (isOwn(account)) {
            return Outcome.refused(AccountRefusal.OWN_ACCOUNT);
        }
        AccountRefusal refusal = refusal(wanted);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        if (account.desks().stream().anyMatch(desk -> isSame(desk, wanted))) {
            return Outcome.refused(AccountRefusal.DESK_EXISTS);
        }
        if (!account.desks().isEmpty()
                && (role.standsAlone()
                        || account.desks().stream().anyMatch(desk -> desk.role().standsAlone()))) {
            return Outcome.refused(AccountRefusal.STANDS_ALONE);
        }
        accounts.keepGrant(
                account.id(),
                grant(account.name(), account.person(), wanted),
                new AccountTables.Term(days.from(), days.after(), null));
        Map<String, String> detail = described(account.name(), wanted);
        detail.put("from", days.from().toString());
        detail.put("last", days.last() == null ? "" : days.last().toString());
        audit.write("account.desk.give", account.id(), wanted.place(), detail);
        return Outcome.done(account.id());
    }

    /** Ends a desk today; the person's next click already goes without it. */
    @Transactional
    public Outcome endDesk(AccountEntry account, DeskEntry desk) {
        if (desk.role() == Role.SECURITY && register.countOtherKeepers(account.id()) == 0) {
            return Outcome.refused(AccountRefusal.LAST_KEEPER);
        }
        register.endDesk(desk.id());
        audit.write(
                "account.desk.end",
                account.id(),
                desk.place(),
                described(account.name(), DeskWanted.of(desk.role(), desk.place())));
        return Outcome.done(account.id());
    }

    /** Closes an account; whoever is signed in with it is out at their next click. */
    @Transactional
    public Outcome close(AccountEntry account) {
        if (account.desks().stream().anyMatch(desk -> desk.role() == Role.SECURITY)
                && register.countOtherKeepers(account.id()) == 0) {
            return Outcome.refused(AccountRefusal.LAST_KEEPER);
        }
        register.mark(account.id(), true);
        signedIn.endOthers(account.name());
        audit.write("account.disable", account.id(), null, Map.of("account", account.name()));
        return Outcome.done(account.id());
    }

    /** Opens a closed account again, with the desks it has left. */
    @Transactional
    public Outcome reopen(AccountEntry account) {
        register.mark(account.id(), false);
        audit.write("account.enable", account.id(), null, Map.of("account", account.name()));
        return Outcome.done(account.id());
    }

    /** Forgets the failed sign-ins that lock an account. */
    @Transactional
    public Outcome unlock(AccountEntry account) {
        guard.unlock(account.name());
        audit.write("account.unlock", account.id(), null, Map.of("account", account.name()));
        return Outcome.done(account.id());
    }

    /** Takes the second factor away, for somebody who lost the telephone and every recovery code. */
    @Transactional
    public Outcome endSecondFactor(AccountEntry account) {
        if (isOwn(account)) {
            return Outcome.refused(AccountRefusal.OWN_ACCOUNT);
        }
        factors.end(account.name());
        signedIn.endOthers(account.name());
        return Outcome.done(account.id());
    }

    /** Who the account is at the identity provider. */
    @Transactional(readOnly = true)
    public String externalId(AccountEntry account) {
        return register.externalId(account.id());
    }

    /** Says who the account is at the identity provider; empty for nobody. Never of one's own account. */
    @Transactional
    public Outcome identify(AccountEntry account, String externalId) {
        if (isOwn(account)) {
            return Outcome.refused(AccountRefusal.OWN_ACCOUNT);
        }
        if (!register.keepExternalId(account.id(), externalId)) {
            return Outcome.refused(AccountRefusal.IDENTITY_TAKEN);
        }
        audit.write("account.identify", account.id(), null, Map.of("account", account.name(), "identity", externalId));
        return Outcome.done(account.id());
    }

    /** One's own new password, after the present one was typed. */
    @Transactional
    public Outcome changeOwn(String name, String present, String wanted) {
        SignedIn person = accounts.findForSignIn(name).orElseThrow();
        if (!encoder.matches(present, person.getPassword())) {
            return Outcome.refused(AccountRefusal.WRONG_PASSWORD);
        }
        register.keepSecret(person.id(), encoder.encode(wanted), false);
        signedIn.endOthers(name);
        audit.write("account.password.own", person.id(), null, Map.of());
        return Outcome.done(person.id());
    }

    private static boolean isOwn(AccountEntry account) {
        return CurrentDesk.get().account().equals(account.name());
    }

    private String make(NewAccount wanted) {
        String password = OneTimePassword.draw();
        String secret = encoder.encode(password);
        UUID id = accounts.keepAccount(
                new AccountTables.NewAccount(ids.next(), wanted.name(), wanted.person(), secret, false));
        register.keepSecret(id, secret, true);
        accounts.keepGrant(id, grant(wanted.name(), wanted.person(), wanted.desk()));
        return password;
    }

    private String give(UUID account) {
        String password = OneTimePassword.draw();
        register.keepSecret(account, encoder.encode(password), true);
        return password;
    }

    /** A desk of an organisation needs one of its kind that is not over; the office's own need none. */
    private @Nullable AccountRefusal refusal(DeskWanted wanted) {
        Optional<Organisation.Kind> kind = Organisations.kindFor(wanted.role());
        UUID named = wanted.organisation();
        if (kind.isEmpty()) {
            return named == null ? null : AccountRefusal.NO_ORGANISATION;
        }
        Optional<OrganisationEntry> found = named == null ? Optional.empty() : organisations.find(named);
        if (found.isEmpty() || found.get().kind() != kind.get()) {
            return AccountRefusal.NEEDS_ORGANISATION;
        }
        return found.get().isOver(LocalDate.now(clock)) ? AccountRefusal.ORGANISATION_OVER : null;
    }

    private boolean isSame(DeskEntry desk, DeskWanted wanted) {
        UUID named = wanted.organisation();
        return desk.role() == wanted.role()
                && desk.place().equals(wanted.place())
                && (named == null
                        || organisations.find(named).stream()
                                .anyMatch(one -> one.name().equals(desk.organisation())));
    }

    /** The desk as it is stored: in an organisation it answers for that one's place. */
    private Grant grant(String account, String person, DeskWanted wanted) {
        UUID named = wanted.organisation();
        if (named == null) {
            return new Grant(ids.next(), account, person, wanted.role(), wanted.place(), null);
        }
        OrganisationEntry one = organisations.find(named).orElseThrow();
        return Grant.in(one, new Grant(ids.next(), account, person, wanted.role(), one.place(), null));
    }

    private static Map<String, String> described(String account, DeskWanted desk) {
        Map<String, String> detail = new HashMap<>();
        detail.put("account", account);
        detail.put("role", desk.role().name());
        if (desk.organisation() != null) {
            detail.put("organisation", desk.organisation().toString());
        }
        return detail;
    }
}
