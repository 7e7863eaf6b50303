/** Simulation (政策测算): drafts over the real registry, month by month, against the standards in force. */
@NullMarked
package org.sangyu.policy.internal.simulation;

import org.jspecify.annotations.NullMarked;
