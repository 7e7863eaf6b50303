/** The policy browser, official texts and the settings of the installation. */
@NullMarked
package org.sangyu.policy.web;

import org.jspecify.annotations.NullMarked;
