/** Tests. */
@NullMarked
package org.sangyu.rules.schema;

import org.jspecify.annotations.NullMarked;
