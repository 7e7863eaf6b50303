/**
 * How long what is known of people is kept, and what for (个人信息保护): the rules of retention with the work that follows them,
 * and the register of processing purposes.
 *
 * <p>Owns the rules and what their runs did, in counts. Keeps and reads nobody's data: each module erases its own, through the
 * ports of {@code shared}.
 */
@NullMarked
@ApplicationModule(
        displayName = "个人信息保护",
        allowedDependencies = {"shared", "ui", "launch"})
package org.sangyu.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
