/** Pages for signing in and choosing a desk. */
@NullMarked
package org.sangyu.access.web;

import org.jspecify.annotations.NullMarked;
