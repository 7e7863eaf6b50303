/** Speed as a ratio against a floor measured in the same run; never part of the tests. */
@NullMarked
package org.sangyu.bench;

import org.jspecify.annotations.NullMarked;
