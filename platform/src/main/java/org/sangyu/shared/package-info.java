/**
 * The words every module speaks: ids, money, dates, scope, and the ports through which modules meet.
 *
 * <p>Holds no table and no rule. What only one module needs does not belong here.
 */
@NullMarked
@ApplicationModule(
        displayName = "公共词汇",
        allowedDependencies = {})
package org.sangyu.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
