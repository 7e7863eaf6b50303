/** Policy packs, facts and decisions: no Spring, no SQL, no clock. */
@NullMarked
package org.sangyu.rules;

import org.jspecify.annotations.NullMarked;
