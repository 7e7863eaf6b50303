/** The pages of comparison with other departments: lists handed in, what came of them, checks, people long unseen. */
@NullMarked
package org.sangyu.registry.web.compare;

import org.jspecify.annotations.NullMarked;
