/** What the month reads of other modules: decisions and settings of policy, deaths that the registry learned. */
@NullMarked
package org.sangyu.benefits.internal.sources;

import org.jspecify.annotations.NullMarked;
