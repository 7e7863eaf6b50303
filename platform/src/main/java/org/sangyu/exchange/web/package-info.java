/** The pages of the administrator, and the addresses of the interface. */
@NullMarked
package org.sangyu.exchange.web;

import org.jspecify.annotations.NullMarked;
