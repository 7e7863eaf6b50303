/** Worked examples beside each benefit: read from packs and decided by the very engine that decides for people. */
@NullMarked
package org.sangyu.rules.cases;

import org.jspecify.annotations.NullMarked;
