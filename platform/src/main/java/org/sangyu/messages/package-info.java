/**
 * Messages (消息): the ways out of the installation to a telephone. Which one, says a setting; none is chosen by code.
 *
 * <p>Knows nothing of what a message is about, and keeps none.
 */
@NullMarked
@ApplicationModule(
        displayName = "消息",
        allowedDependencies = {"shared"})
package org.sangyu.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
