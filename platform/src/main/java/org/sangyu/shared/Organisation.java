package org.sangyu.shared;

import java.util.Set;
import java.util.UUID;

/**
 * In whose name a desk is held (单位): another department, a facility, a provider.
 *
 * @param id never used again
 * @param name as printed on papers
 * @param department code of the department; empty for a facility or a provider
 * @param sources codes of the sources of facts that it may deliver
 */
public record Organisation(UUID id, Kind kind, String name, String department, Set<String> sources) {

    /** Copies the sources. */
    public Organisation {
        sources = Set.copyOf(sources);
    }

    /** What kind of organisation. */
    public enum Kind {
        /** A department of the government or a body beside it (部门). */
        DEPARTMENT,
        /** A home, a station, a centre (设施). */
        FACILITY,
        /** A provider of services (服务商). */
        PROVIDER
    }
}
