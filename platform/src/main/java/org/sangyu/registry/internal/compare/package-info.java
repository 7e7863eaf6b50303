/** Comparison with other departments: lists of deaths, moves and people seen, what came of each row, the village's answer. */
@NullMarked
package org.sangyu.registry.internal.compare;

import org.jspecify.annotations.NullMarked;
