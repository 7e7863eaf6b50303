package org.sangyu.access;

import org.sangyu.shared.Role;

/**
 * An account of a demonstration.
 *
 * @param account the sign-in name
 * @param person the invented name of who works there
 * @param role what it may do
 * @param place name of the place it answers for
 * @param password the demonstration's password, one for all of them
 */
public record DemoAccount(String account, String person, Role role, String place, String password) {}
