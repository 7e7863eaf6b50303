/** How jobs are queued, run, resumed and counted. */
@NullMarked
package org.sangyu.jobs.internal;

import org.jspecify.annotations.NullMarked;
