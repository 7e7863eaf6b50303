package org.sangyu.benefits.web;

import org.sangyu.ui.Words;

/** Who did something, as pages show it: the person's name with the desk, never a sign-in name alone. */
public final class ByWhom {

    private ByWhom() {}

    /** For example 王敏（县区经办）; the name alone when the role is none that is known, as for the system. */
    public static String at(String name, String role, Words words) {
        String desk = "access.role." + role;
        return words.knows(desk) ? words.say("benefits.person.at", name, words.say(desk)) : name;
    }
}
