package org.sangyu.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in with a telephone; a couple or a courtyard often share one. Asked only after its owner typed the code that
 * was sent there. Implemented by {@code registry}.
 */
public interface PhoneOwners {

    /** Elders whose own telephone it is, and people whom an elder trusts; at most 20. */
    List<PhoneOwner> find(String phone);

    /**
     * One of them.
     *
     * @param name the elder's
     * @param place where the elder is filed
     * @param consent by which somebody else may look; null for the elder
     * @param trusted that person's name; empty for the elder
     * @param last last day of the consent; null for the elder
     */
    record PhoneOwner(
            ElderId elder,
            String name,
            Place place,
            @Nullable UUID consent,
            String trusted,
            @Nullable LocalDate last) {}
}
