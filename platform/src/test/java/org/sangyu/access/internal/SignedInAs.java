package org.sangyu.access.internal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes real accounts for tests, and requests that come from them. Import it: {@code @Import(SignedInAs.class)}. */
@TestComponent
public class SignedInAs {

    /** The password of every account made here. */
    public static final String PASSWORD = "correct horse";

    private final AccountTables accounts;
    private final OrganisationTable organisations;
    private final PasswordEncoder encoder;
    private final TimeOrderedIds ids;
    private @Nullable String secret;

    SignedInAs(AccountTables accounts, OrganisationTable organisations, PasswordEncoder encoder, TimeOrderedIds ids) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.encoder = encoder;
        this.ids = ids;
    }

    /** A request from a person with one desk; the account is made if it is new. */
    public RequestPostProcessor desk(Role role, String place) {
        return user(person(account(role, place)));
    }

    /** A request from an elder. */
    public RequestPostProcessor elder(ElderId elder, String village) {
        return user(person(elderAccount(elder, village)));
    }

    /** The sign-in name of a person with one desk, made if it is new. */
    public String account(Role role, String place) {
        return make(
                "test." + role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + place.toLowerCase(Locale.ROOT),
                role,
                place,
                null);
    }

    /** The sign-in name of an elder, made if it is new. */
    public String elderAccount(ElderId elder, String village) {
        return make("elder-" + elder.toString().substring(24), Role.ELDER, village, elder.value());
    }

    /** The sign-in name of a liaison of a department, made with the department. */
    public String liaison(String department, String place) {
        String account = "liaison." + department;
        UUID id = accounts.keepAccount(new AccountTables.NewAccount(ids.next(), account, "测试联络员", secret(), false));
        Grant grant = new Grant(ids.next(), account, "测试", Role.LIAISON, new Place(place), null);
        accounts.keepGrant(id, Grant.in(organisation(Organisation.Kind.DEPARTMENT, department, place), grant));
        return account;
    }

    private OrganisationEntry organisation(Organisation.Kind kind, String name, String place) {
        String department = kind == Organisation.Kind.DEPARTMENT ? name : "";
        LocalDate from = LocalDate.of(2020, 1, 1);
        organisations.add(new OrganisationEntry(ids.next(), kind, name, new Place(place), department, from, null, 0));
        return organisations.findOpen(kind, name, 1).getFirst();
    }

    /** Gives an account one desk more. */
    public void alsoAt(String account, Role role, String place) {
        accounts.keepGrant(person(account).id(), new Grant(ids.next(), account, "测试", role, new Place(place), null));
    }

    private String make(String account, Role role, String place, @Nullable UUID elder) {
        UUID id = accounts.keepAccount(
                new AccountTables.NewAccount(ids.next(), account, "测试" + role.ordinal(), secret(), false));
        Grant grant = new Grant(ids.next(), account, "测试", role, new Place(place), elder);
        accounts.keepGrant(
                id,
                Organisations.kindFor(role)
                        .map(kind -> Grant.in(organisation(kind, kind + " " + place, place), grant))
                        .orElse(grant));
        return account;
    }

    private SignedIn person(String account) {
        return accounts.findForSignIn(account).orElseThrow();
    }

    private synchronized String secret() {
        if (secret == null) {
            secret = encoder.encode(PASSWORD);
        }
        return secret;
    }
}
