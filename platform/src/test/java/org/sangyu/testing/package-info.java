/** What tests share: one PostgreSQL a run, a fresh database a test class, desks to act at. */
@NullMarked
package org.sangyu.testing;

import org.jspecify.annotations.NullMarked;
