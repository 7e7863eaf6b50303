/** Tests of understanding what clerks type. */
@NullMarked
package org.sangyu.registry.internal.intake.read;

import org.jspecify.annotations.NullMarked;
