/**
 * The import of rosters (数据导入): a file becomes rows, rows become facts, and what does not goes back with its reason.
 *
 * <p>Reading and protecting run beside the database; a chunk is copied into a staging table, matched and merged
 * set-based, and its checkpoint lies in the same transaction.
 */
@NullMarked
package org.sangyu.registry.internal.intake;

import org.jspecify.annotations.NullMarked;
