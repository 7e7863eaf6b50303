/** The ways out. */
@NullMarked
package org.sangyu.messages.internal;

import org.jspecify.annotations.NullMarked;
