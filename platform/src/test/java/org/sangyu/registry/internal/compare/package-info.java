@NullMarked
package org.sangyu.registry.internal.compare;

import org.jspecify.annotations.NullMarked;
