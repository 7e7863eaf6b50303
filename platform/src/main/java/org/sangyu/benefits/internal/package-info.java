/** How benefits work inside: {@code enrolment} says who may be paid, {@code cycle} moves the money. */
@NullMarked
package org.sangyu.benefits.internal;

import org.jspecify.annotations.NullMarked;
