/**
 * Policy packs: dated values with their clauses, in layers from the nation to the county, read from YAML.
 *
 * <p>{@link org.sangyu.rules.packs.PackSet} is the way in; everything it gives is immutable. Reading gathers all
 * problems and never throws because of what a file says.
 */
@NullMarked
package org.sangyu.rules.packs;

import org.jspecify.annotations.NullMarked;
