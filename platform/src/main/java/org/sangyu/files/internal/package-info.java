/** How bytes reach the disk and rows say whose they are. */
@NullMarked
package org.sangyu.files.internal;

import org.jspecify.annotations.NullMarked;
