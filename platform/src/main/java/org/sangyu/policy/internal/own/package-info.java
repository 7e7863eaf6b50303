/** Values that the operator of this installation entered: proposed by one person, put in force by a second. */
@NullMarked
package org.sangyu.policy.internal.own;

import org.jspecify.annotations.NullMarked;
