/** How places are loaded, found, named and changed. */
@NullMarked
package org.sangyu.regions.internal;

import org.jspecify.annotations.NullMarked;
