/** Decisions written as JSON. */
@NullMarked
package org.sangyu.rules.writing;

import org.jspecify.annotations.NullMarked;
