package org.sangyu.registry;

import org.sangyu.shared.Role;

/** Who did it, as it was then. */
public record AnsweredBy(String account, String name, Role role) {}
