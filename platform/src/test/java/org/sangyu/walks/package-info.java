/** A person's task from its beginning to its end, through the running demonstration. */
@NullMarked
package org.sangyu.walks;

import org.jspecify.annotations.NullMarked;
