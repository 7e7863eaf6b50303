/**
 * The one authoritative record of each older person (老年人档案，一人一档): who says what about whom, from when to when.
 *
 * <p>Owns the typed bitemporal facts, the projection of now, protected fields, search, and the elder's page. Holds no
 * decision and no money: those come through the ports of {@code shared}.
 */
@NullMarked
@ApplicationModule(
        displayName = "老年人登记",
        allowedDependencies = {"shared", "ui", "regions"})
package org.sangyu.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
