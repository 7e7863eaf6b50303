/**
 * Reading YAML and JSON by hand into one small tree that knows its lines, and asking it for typed values so that every
 * unknown key and every wrong value is reported with its place.
 */
@NullMarked
package org.sangyu.rules.reading;

import org.jspecify.annotations.NullMarked;
