/** The list of jobs and the page of one. */
@NullMarked
package org.sangyu.jobs.web;

import org.jspecify.annotations.NullMarked;
