package org.sangyu.rules.packs;

import java.util.List;

/** One item of a list of basic services: what, for whom, with which contents. */
public record ServiceItem(String id, Text name, List<String> targets, List<String> contents) {
    /** Copies the lists. */
    public ServiceItem {
        targets = List.copyOf(targets);
        contents = List.copyOf(contents);
    }
}
