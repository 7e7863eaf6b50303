package org.sangyu.registry;

import java.util.List;
import java.util.Optional;

/**
 * The categories of people (人员类别) a fact may name, with what each may say more closely; each attribute may be absent,
 * which means not known. The same codes as in the facts that decisions read.
 */
public enum Category {
    LIVING_ALONE,
    EMPTY_NEST,
    LEFT_BEHIND,
    CHILDLESS,
    DISABLED(CategoryAttribute.DEGREE),
    DEMENTIA,
    HANDICAP(CategoryAttribute.KIND, CategoryAttribute.GRADE),
    SERIOUS_ILLNESS,
    ECONOMIC_DIFFICULTY,
    MINIMUM_LIVING_ALLOWANCE,
    MARGINAL_LOW_INCOME,
    EXTREME_HARDSHIP(CategoryAttribute.AREA, CategoryAttribute.SUPPORT, CategoryAttribute.SELF_CARE),
    FAMILY_PLANNING_SPECIAL,
    LONE_PREFERENTIAL,
    SPECIAL_CONTRIBUTION,
    MILITARY_DEPENDANT,
    NO_GUARDIAN;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<CategoryAttribute> attributes;

    Category(CategoryAttribute... attributes) {
        this.attributes = List.of(attributes);
    }

    /** What it may say more closely. */
    public List<CategoryAttribute> attributes() {
        return attributes;
    }

    /** The category with a code, or empty for any other text. */
    public static Optional<Category> find(String code) {
        return java.util.Arrays.stream(values())
                .filter(category -> category.name().equals(code))
                .findFirst();
    }
}
