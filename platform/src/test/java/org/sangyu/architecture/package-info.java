/** The house rules as tests: each rule is checked on the program, and on a fixture that breaks it. */
@NullMarked
package org.sangyu.architecture;

import org.jspecify.annotations.NullMarked;
