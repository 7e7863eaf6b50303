/**
 * What happens before Spring: the data directory, the embedded PostgreSQL, the two database roles, the migrations.
 *
 * <p>Owns the data directory and nothing in the database. Contains no page and no rule; other modules only meet it
 * through {@link Announcement}.
 */
@NullMarked
@ApplicationModule(
        displayName = "启动",
        allowedDependencies = {})
package org.sangyu.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
