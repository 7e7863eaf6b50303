package org.sangyu.benefits.internal.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deed in the life of an enrolment; never changed afterwards.
 *
 * @param verb an {@link EnrolmentVerb}, or how it began
 * @param from null for the beginning
 * @param by name of the person
 * @param role role of the desk
 * @param why reason, may be empty
 */
public record EnrolmentStep(
        String verb,
        @Nullable EnrolmentStatus from,
        EnrolmentStatus to,
        Instant at,
        String by,
        String role,
        String why) {}
