/**
 * What is known about a person: dated facts as some office told them, nothing decided yet.
 *
 * <p>Tags, receipts, stays in institutions and long-term-care grades are complete lists (absent means: has none);
 * ability, a tag's attributes, sex and residence are open (absent means: not known).
 */
@NullMarked
package org.sangyu.rules.facts;

import org.jspecify.annotations.NullMarked;
