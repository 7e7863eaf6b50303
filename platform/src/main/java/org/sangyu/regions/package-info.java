/**
 * Places of the whole nation (行政区划): the dated tree from province to village, its names and official codes.
 *
 * <p>A place keeps its id for ever; path, name, parent and codes are dated attributes of it. Holds no people; what is
 * counted here are places. Public data, hence without row security.
 */
@NullMarked
@ApplicationModule(
        displayName = "行政区划",
        allowedDependencies = {"shared", "ui"})
package org.sangyu.regions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
