/** How the registry works: fact tables, the projection of now, search, the stream of facts. */
@NullMarked
package org.sangyu.registry.internal;

import org.jspecify.annotations.NullMarked;
