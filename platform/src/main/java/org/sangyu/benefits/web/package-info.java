/** Pages of enrolment and of the month. */
@NullMarked
package org.sangyu.benefits.web;

import org.jspecify.annotations.NullMarked;
