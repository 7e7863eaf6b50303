/** How sign-in, desks, protected fields and the ledger work. */
@NullMarked
package org.sangyu.access.internal;

import org.jspecify.annotations.NullMarked;
