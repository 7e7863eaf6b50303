/**
 * Policy standards in force (政策标准) and decisions by them: who is entitled to what, by which clause, from which day.
 *
 * <p>Reads packs and the facts that other modules offer through {@link org.sangyu.shared.FactSource}; keeps no facts and
 * no decisions. Owns what the installation adds to the packs, the confirmation of its settings, and official texts.
 */
@NullMarked
@ApplicationModule(
        displayName = "政策标准",
        allowedDependencies = {"shared", "ui", "regions"})
package org.sangyu.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
