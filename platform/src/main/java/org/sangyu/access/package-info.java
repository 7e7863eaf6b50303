/**
 * Who may sign in and work where, what each role may open, protected fields, and the ledger of deeds.
 *
 * <p>Owns accounts, desks, the field key and the audit ledger. Holds no rule of the office: two-person rules live with
 * the work they protect and compare {@link org.sangyu.shared.Desk#account}.
 */
@NullMarked
@ApplicationModule(
        displayName = "账号与权限",
        allowedDependencies = {"shared", "ui", "launch", "regions"})
package org.sangyu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
