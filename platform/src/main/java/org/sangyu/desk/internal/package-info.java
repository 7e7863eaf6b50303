/** Menu, telephone numbers, gathering of work and hits. */
@NullMarked
package org.sangyu.desk.internal;

import org.jspecify.annotations.NullMarked;
