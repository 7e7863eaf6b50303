package org.sangyu.access;

import java.util.List;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/**
 * Simple accounts for a demonstration, one a desk; every call is refused outside a demonstration.
 *
 * <p>All share one password, drawn at random once for this data directory. Asking again for what exists changes nothing.
 * Made before the application is ready, the console names them under the address.
 */
public interface DemoAccounts {

    /**
     * Makes the desks with which one county can do its month: city viewer, county clerk, reviewer, chief (who may also
     * review), finance, one township, one village; and one desk of each role outside the office, in organisations of
     * its own.
     *
     * @throws IllegalStateException outside a demonstration
     */
    List<DemoAccount> createForCounty(Named city, Named county, Named township, Named village);

    /**
     * Makes the account of the installation's administrator.
     *
     * @throws IllegalStateException outside a demonstration
     */
    List<DemoAccount> createAdministrators();

    /**
     * Makes the account of an elder who looks at their own page.
     *
     * @throws IllegalStateException outside a demonstration
     */
    DemoAccount createForElder(ElderId elder, String person, Named village);

    /** All that were made, in the order in which they were made; empty outside a demonstration. */
    List<DemoAccount> listAll();

    /** A place with its name. */
    record Named(Place place, String name) {}
}
