package org.sangyu.rules.packs;

import java.util.List;

/**
 * A procedural value that no document gives (本机设置，无文件依据), with the ground for its default.
 *
 * @param values what is set; empty when unset
 * @param choices what may be set; empty when free
 */
public record Setting(
        String key, Text name, List<String> values, List<String> choices, Text ground, Pack pack, Position at) {
    /** Copies the lists. */
    public Setting {
        values = List.copyOf(values);
        choices = List.copyOf(choices);
    }
}
