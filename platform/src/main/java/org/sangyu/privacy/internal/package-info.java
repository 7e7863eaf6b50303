/** Rules of retention, the work that follows them, and the register of purposes. */
@NullMarked
package org.sangyu.privacy.internal;

import org.jspecify.annotations.NullMarked;
