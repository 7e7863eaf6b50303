/** Entitled but not receiving (应享未享): who they are, since when and why, and what the village found out about them. */
@NullMarked
package org.sangyu.benefits.internal.unclaimed;

import org.jspecify.annotations.NullMarked;
