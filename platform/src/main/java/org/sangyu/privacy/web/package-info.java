/** Pages of retention and of the register of purposes. */
@NullMarked
package org.sangyu.privacy.web;

import org.jspecify.annotations.NullMarked;
