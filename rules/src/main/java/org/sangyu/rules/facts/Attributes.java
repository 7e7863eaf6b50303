package org.sangyu.rules.facts;

import org.jspecify.annotations.Nullable;

/**
 * The known attributes of one tag, packed: four bits an attribute, 0 for 'not known'.
 *
 * @param bits made by {@link #with}; compare, do not read
 */
public record Attributes(int bits) {

    /** Nothing known. */
    public static final Attributes NONE = new Attributes(0);

    /**
     * The same with one more known.
     *
     * @throws IllegalArgumentException when the attribute has no such value
     */
    public Attributes with(Attribute attribute, String value) {
        int index = attribute.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException(attribute.key() + " is one of " + attribute.domain() + ", not " + value);
        }
        int shift = attribute.slot() * 4;
        return new Attributes((bits & ~(0xF << shift)) | ((index + 1) << shift));
    }

    /** Those that this tag may carry. */
    public Attributes only(Tag tag) {
        int mask = 0;
        for (Attribute attribute : tag.attributes()) {
            mask |= 0xF << (attribute.slot() * 4);
        }
        return new Attributes(bits & mask);
    }

    /** The index of its value in {@link Attribute#domain()}, or -1 when not known. */
    public int index(Attribute attribute) {
        return ((bits >>> (attribute.slot() * 4)) & 0xF) - 1;
    }

    /** Its value, or null when not known. */
    public @Nullable String get(Attribute attribute) {
        int index = index(attribute);
        return index < 0 ? null : attribute.domain().get(index);
    }
}
