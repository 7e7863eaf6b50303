/**
 * How pages are made: words in two languages, numbers and dates, the frame around every page, JTE views.
 *
 * <p>Knows no module's content. Pieces that two modules' pages share live in {@code src/main/jte/ui}.
 */
@NullMarked
@ApplicationModule(
        displayName = "页面框架",
        allowedDependencies = {"shared"})
package org.sangyu.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
