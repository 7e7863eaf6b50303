package org.sangyu.desk.internal;

import org.sangyu.shared.Place;

/**
 * An office's telephone as an elder is given it.
 *
 * @param place the township or county that answers
 * @param office its name
 * @param telephone digits, spaces and dashes, as dialled
 * @param version of what is stored; 0 before the first
 */
public record Contact(Place place, String office, String telephone, long version) {}
