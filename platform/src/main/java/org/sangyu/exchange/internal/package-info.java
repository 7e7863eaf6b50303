/** Vendors, their tokens, and how a question is read and answered. */
@NullMarked
package org.sangyu.exchange.internal;

import org.jspecify.annotations.NullMarked;
