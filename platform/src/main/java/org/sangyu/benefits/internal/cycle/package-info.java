/**
 * The month and its money: compute, freeze, review, approve, authorise, release, read the bank's answer, recover.
 *
 * <p>Dues, lines and orders are three tables (ADR 0005). What is decided comes through {@link
 * org.sangyu.benefits.internal.cycle.MonthDecisions}; who is enrolled and to which account is read from the enrolment
 * half of this schema. Deliberately not here: any amount, age or rule of a region.
 */
@NullMarked
package org.sangyu.benefits.internal.cycle;

import org.jspecify.annotations.NullMarked;
