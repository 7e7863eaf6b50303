package org.sangyu.registry;

import java.util.List;

/** What a category may say more closely; each has a closed list of values. */
public enum CategoryAttribute {
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

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> values;

    CategoryAttribute(String key, String... values) {
        this.key = key;
        this.values = List.of(values);
    }

    /** Its key in a fact's attributes. */
    public String key() {
        return key;
    }

    /** The values it may have, in a fixed order. */
    public List<String> domain() {
        return values;
    }
}
