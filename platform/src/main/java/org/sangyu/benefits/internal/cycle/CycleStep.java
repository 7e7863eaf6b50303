package org.sangyu.benefits.internal.cycle;

import java.time.Instant;

/** What somebody did to a cycle. */
public record CycleStep(
        int sequence,
        CycleVerb verb,
        CycleState from,
        CycleState to,
        int version,
        String account,
        String name,
        String role,
        Instant at,
        String note) {}
