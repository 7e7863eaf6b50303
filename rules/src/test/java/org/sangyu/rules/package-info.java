/** Tests of the rules, in the words of the office. */
@NullMarked
package org.sangyu.rules;

import org.jspecify.annotations.NullMarked;
