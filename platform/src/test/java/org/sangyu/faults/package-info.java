/** Whether a library in use has a fault that is publicly known: compared without a network, with an extract kept here. */
@NullMarked
package org.sangyu.faults;

import org.jspecify.annotations.NullMarked;
