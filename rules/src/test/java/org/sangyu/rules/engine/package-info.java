/** Tests. */
@NullMarked
package org.sangyu.rules.engine;

import org.jspecify.annotations.NullMarked;
