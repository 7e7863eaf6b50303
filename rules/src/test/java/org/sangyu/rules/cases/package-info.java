/** Tests of the worked examples. */
@NullMarked
package org.sangyu.rules.cases;

import org.jspecify.annotations.NullMarked;
