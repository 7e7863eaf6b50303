/** Kills the real process at every named point, and PostgreSQL too, and looks at what is left. */
@NullMarked
package org.sangyu.crash;

import org.jspecify.annotations.NullMarked;
