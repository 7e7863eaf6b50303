/** Tests of the month and its money. */
@NullMarked
package org.sangyu.benefits.internal.cycle;

import org.jspecify.annotations.NullMarked;
