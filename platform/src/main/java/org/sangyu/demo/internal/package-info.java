@NullMarked
package org.sangyu.demo.internal;

import org.jspecify.annotations.NullMarked;
