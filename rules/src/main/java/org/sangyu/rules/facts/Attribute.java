package org.sangyu.rules.facts;

import java.util.List;

/** What a tag may say more closely; each has a closed list of values, in capitals or digits as in the facts file. */
@SuppressWarnings("ImmutableEnumChecker") // made by List.of
public enum Attribute {
    /** How far 失能 goes. */
    DEGREE("degree", "PARTIAL", "FULL"),
    /** Kind of 残疾. */
    KIND("kind", "VISUAL", "HEARING", "SPEECH", "PHYSICAL", "INTELLECTUAL", "MENTAL", "MULTIPLE"),
    /** Grade of 残疾, 1 the most severe. */
    GRADE("grade", "1", "2", "3", "4"),
    /** Town or country standard of 特困. */
    AREA("area", "URBAN", "RURAL"),
    /** 集中 or 分散 support of 特困. */
    SUPPORT("support", "CENTRALISED", "DISPERSED"),
    /** Result of the six-item self-care test of the hardship rules. */
    SELF_CARE("selfCare", "FULL", "PARTIAL", "NONE");

    private final String key;
    private final List<String> values;

    Attribute(String key, String... values) {
        this.key = key;
        this.values = List.of(values);
    }

    /** Its place among the attributes, for packing several into one number. */
    @SuppressWarnings("EnumOrdinal") // never stored: only for numbers that live as long as the process
    public int slot() {
        return ordinal();
    }

    /** The key in facts files and packs. */
    public String key() {
        return key;
    }

    /** The values it may have, in a fixed order; an index into this list is what is stored. */
    public List<String> domain() {
        return values;
    }

    /** The index of a value, or -1 when it is none. */
    public int indexOf(String value) {
        return values.indexOf(value);
    }
}
