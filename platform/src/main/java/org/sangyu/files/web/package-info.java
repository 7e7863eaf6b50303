/** Downloads. */
@NullMarked
package org.sangyu.files.web;

import org.jspecify.annotations.NullMarked;
