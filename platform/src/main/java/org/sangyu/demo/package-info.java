/**
 * The demonstration: repeatable invented people in real villages, desks to try, and rosters as messy as real ones.
 *
 * <p>Everything goes in by the same import as a county's own roster. Does nothing outside a demonstration. How many and
 * how old is assumed for the demonstration and never shown as a region's statistics.
 */
@NullMarked
@ApplicationModule(
        displayName = "演示数据",
        allowedDependencies = {"shared", "ui", "regions", "access", "registry"})
package org.sangyu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
