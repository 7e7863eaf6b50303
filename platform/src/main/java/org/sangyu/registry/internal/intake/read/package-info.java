/**
 * What clerks type, understood: names, days, ID numbers, phones, accounts, categories, and the headings above them.
 *
 * <p>Pure: no database, no clock. A value that cannot be understood is a {@link
 * org.sangyu.registry.internal.intake.read.Reading.Wrong} with the sentence that tells how to mend it.
 */
@NullMarked
package org.sangyu.registry.internal.intake.read;

import org.jspecify.annotations.NullMarked;
