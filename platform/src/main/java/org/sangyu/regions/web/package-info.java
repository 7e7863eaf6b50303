/** The browser of places. */
@NullMarked
package org.sangyu.regions.web;

import org.jspecify.annotations.NullMarked;
