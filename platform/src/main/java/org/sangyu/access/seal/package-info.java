/**
 * How lines of the ledger are sealed, exported and checked. Knows neither the database nor the pages, so that a court can
 * check an export without the installation it comes from.
 */
@NullMarked
package org.sangyu.access.seal;

import org.jspecify.annotations.NullMarked;
