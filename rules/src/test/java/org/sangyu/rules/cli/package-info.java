/** Tests. */
@NullMarked
package org.sangyu.rules.cli;

import org.jspecify.annotations.NullMarked;
