package org.sangyu.rules.facts;

import java.util.List;

/** A kind of person (人员类别) as some office lists it; what it may say more closely stands beside it. */
@SuppressWarnings("ImmutableEnumChecker") // made by List.of
public enum Tag {
    LIVING_ALONE,
    EMPTY_NEST,
    LEFT_BEHIND,
    CHILDLESS,
    DISABLED(Attribute.DEGREE),
    DEMENTIA,
    HANDICAP(Attribute.KIND, Attribute.GRADE),
    SERIOUS_ILLNESS,
    ECONOMIC_DIFFICULTY,
    MINIMUM_LIVING_ALLOWANCE,
    MARGINAL_LOW_INCOME,
    EXTREME_HARDSHIP(Attribute.AREA, Attribute.SUPPORT, Attribute.SELF_CARE),
    FAMILY_PLANNING_SPECIAL,
    LONE_PREFERENTIAL,
    SPECIAL_CONTRIBUTION,
    MILITARY_DEPENDANT,
    NO_GUARDIAN;

    private final List<Attribute> attributes;

    Tag(Attribute... attributes) {
        this.attributes = List.of(attributes);
    }

    /** Its place among the tags, for sets of tags as bits of one number. */
    @SuppressWarnings("EnumOrdinal") // never stored: only for numbers that live as long as the process
    public int slot() {
        return ordinal();
    }

    /** The attributes it may carry; each may be absent, which means not known. */
    public List<Attribute> attributes() {
        return attributes;
    }
}
