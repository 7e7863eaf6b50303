/**
 * Policy packs, facts and decisions: who is entitled to what, by which clause, in which month.
 *
 * <p>Owns {@link org.sangyu.rules.Decider} (facts and packs in, decisions out), the {@link org.sangyu.rules.Decision
 * decisions} with their {@link org.sangyu.rules.Reason reasons}, and the {@link org.sangyu.rules.Wording words} for
 * them. {@link org.sangyu.rules.CompiledMonth} does the same for whole populations in columns. What a pack is stands in {@code packs}, what is known about a person in {@code facts}. Deliberately not here:
 * Spring, SQL, a clock, and any region's name or number.
 */
@NullMarked
package org.sangyu.rules;

import org.jspecify.annotations.NullMarked;
