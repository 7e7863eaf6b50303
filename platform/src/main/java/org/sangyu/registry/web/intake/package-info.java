/** The pages of imports: upload, columns, result, rows, and what waits for a person. */
@NullMarked
package org.sangyu.registry.web.intake;

import org.jspecify.annotations.NullMarked;
