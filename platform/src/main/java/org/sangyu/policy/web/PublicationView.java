package org.sangyu.policy.web;

import java.util.List;
import java.util.Map;
import org.sangyu.ui.FormErrors;

/**
 * What of a simulation may come into force, and how.
 *
 * @param may true when this desk proposes values for the place
 * @param typed what was typed into the form, field by field
 */
public record PublicationView(
        String href,
        String name,
        String place,
        boolean may,
        List<Proposable> proposable,
        List<Rest> rest,
        Map<String, String> typed,
        FormErrors errors) {

    /** Copies the lists. */
    public PublicationView {
        proposable = List.copyOf(proposable);
        rest = List.copyOf(rest);
        typed = Map.copyOf(typed);
    }

    /** One amount that can be proposed, today's lines beside the new ones. */
    public record Proposable(String id, String name, List<String> before, List<String> after, boolean ticked) {}

    /** One benefit for a pack folder, and why. */
    public record Rest(String name, String why) {}

    /** What was typed into a field. */
    public String at(String field) {
        return typed.getOrDefault(field, "");
    }
}
