/** Whom elders trust. */
@NullMarked
package org.sangyu.registry.internal.trust;

import org.jspecify.annotations.NullMarked;
