/** Pages of the month: cycles, their lines, differences, files and answers; recovery cases; totals. */
@NullMarked
package org.sangyu.benefits.web.cycle;

import org.jspecify.annotations.NullMarked;
