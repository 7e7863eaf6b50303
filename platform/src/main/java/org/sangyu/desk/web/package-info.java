/** Home, search, errors, the elder's page. */
@NullMarked
package org.sangyu.desk.web;

import org.jspecify.annotations.NullMarked;
