@NullMarked
package org.sangyu.benefits;

import org.jspecify.annotations.NullMarked;
