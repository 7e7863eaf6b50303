/** Tables as clerks send them: .xlsx and .csv read row by row, never whole into memory. Knows no person and no field. */
@NullMarked
package org.sangyu.registry.internal.intake.sheet;

import org.jspecify.annotations.NullMarked;
