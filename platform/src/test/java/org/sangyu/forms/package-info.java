@NullMarked
package org.sangyu.forms;

import org.jspecify.annotations.NullMarked;
