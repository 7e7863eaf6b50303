/** Tests of the import. */
@NullMarked
package org.sangyu.registry.internal.intake;

import org.jspecify.annotations.NullMarked;
