/**
 * Enrolment (在册): steps from proposal to approval, accounts, holds, notices, the opening of the books.
 *
 * <p>Whether somebody is entitled and to how much is asked of policy through {@link
 * org.sangyu.benefits.internal.enrolment.BenefitRules}; nothing here decides it.
 */
@NullMarked
package org.sangyu.benefits.internal.enrolment;

import org.jspecify.annotations.NullMarked;
