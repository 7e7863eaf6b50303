/** Which elders a visitor or an assessor sees. */
@NullMarked
package org.sangyu.registry.internal.assign;

import org.jspecify.annotations.NullMarked;
