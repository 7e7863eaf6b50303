/**
 * The compiled form of the packs for one region and month: arrays and small trees, no look-up by name.
 *
 * <p>{@code BenefitPlan} decides and explains one person. {@code Profiles} decides populations in columns: it finds
 * people whom no rule of the month can tell apart and asks the plans once for each kind.
 *
 * <p>One form decides and explains, so that an amount and its reasons cannot disagree. What is not known about a person
 * is a variable; where the answer hangs on one, every possible value is tried.
 */
@NullMarked
package org.sangyu.rules.engine;

import org.jspecify.annotations.NullMarked;
