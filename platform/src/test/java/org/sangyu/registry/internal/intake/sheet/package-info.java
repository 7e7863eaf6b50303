/** Tests of reading tables. */
@NullMarked
package org.sangyu.registry.internal.intake.sheet;

import org.jspecify.annotations.NullMarked;
