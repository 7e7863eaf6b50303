/** The pages of simulation (政策测算). */
@NullMarked
package org.sangyu.policy.web.simulation;

import org.jspecify.annotations.NullMarked;
