/**
 * Who is paid what: enrolment with its steps and accounts, and the month with its dues, lines and orders.
 *
 * <p>Owns the schema {@code benefits}. Holds no rule of entitlement and no amount: both come from policy decisions.
 */
@NullMarked
@ApplicationModule(
        displayName = "待遇与发放",
        allowedDependencies = {"shared", "ui", "forms", "regions", "registry", "policy"})
package org.sangyu.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
