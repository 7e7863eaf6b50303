/**
 * Files of the installation (文件): stored once by their hash in the data directory, part of every back-up.
 *
 * <p>Owns who may download what. Knows nothing of what is inside a file, and never deletes one.
 */
@NullMarked
@ApplicationModule(
        displayName = "文件",
        allowedDependencies = {"shared", "ui"})
package org.sangyu.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
