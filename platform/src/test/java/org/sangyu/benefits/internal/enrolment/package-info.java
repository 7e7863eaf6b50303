@NullMarked
package org.sangyu.benefits.internal.enrolment;

import org.jspecify.annotations.NullMarked;
