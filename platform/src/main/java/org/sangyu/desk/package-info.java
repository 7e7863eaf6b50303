/**
 * Where work begins: home, the one search box, error pages, and the elder's page in large type.
 *
 * <p>Knows other modules only through the ports in {@code shared}; owns the telephone numbers that elders are given and
 * what somebody follows.
 */
@NullMarked
@ApplicationModule(
        displayName = "工作台",
        allowedDependencies = {"shared", "ui", "access", "jobs"})
package org.sangyu.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
