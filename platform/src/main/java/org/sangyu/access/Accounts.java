package org.sangyu.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sangyu.shared.Desk;

/** Accounts as other modules may ask about them. */
public interface Accounts {

    /** The person's name behind a sign-in name; empty when no such account was ever made. */
    Optional<String> findPerson(String account);

    /** Names behind several sign-in names; unknown ones are left out. */
    Map<String, String> findPersons(Collection<String> accounts);

    /** The desks of an account that count today; none for a disabled or unknown account. */
    List<Desk> listDesks(String account);
}
