@NullMarked
package org.sangyu.exchange.web;

import org.jspecify.annotations.NullMarked;
