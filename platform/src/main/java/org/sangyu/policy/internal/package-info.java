/** How packs are held, facts are merged and decisions are worded. */
@NullMarked
package org.sangyu.policy.internal;

import org.jspecify.annotations.NullMarked;
