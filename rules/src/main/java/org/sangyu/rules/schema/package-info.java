/**
 * JSON Schema for pack files, so that editors complete and check what somebody writes.
 *
 * <p>The words come from the enums and lists that the readers use; that keys and shapes agree with the readers is tested
 * with every shipped pack and with planted mistakes. Deliberately coarser than the readers: dates in order, known
 * documents, floors and gaps are only seen by {@code ./sangyu pack check}.
 */
@NullMarked
package org.sangyu.rules.schema;

import org.jspecify.annotations.NullMarked;
