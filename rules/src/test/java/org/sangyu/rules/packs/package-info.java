/** Tests. */
@NullMarked
package org.sangyu.rules.packs;

import org.jspecify.annotations.NullMarked;
