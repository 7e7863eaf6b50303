/**
 * The office's paper: forms made on the server as A4 PDF, with page n of m and a place for the stamp (盖章处).
 *
 * <p>Owns the fonts and the frame of a sheet ({@code jte/forms/paper.jte}); what stands on the sheet belongs to the
 * module that prints it.
 */
@NullMarked
@ApplicationModule(
        displayName = "打印表单",
        allowedDependencies = {"shared", "ui"})
package org.sangyu.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
