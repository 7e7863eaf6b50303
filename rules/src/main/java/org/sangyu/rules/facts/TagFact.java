package org.sangyu.rules.facts;

/** The person has this tag on the days of the span. */
public record TagFact(Tag tag, Span span, Attributes attributes, Provenance provenance) {

    /** Refuses an attribute that the tag does not have. */
    public TagFact {
        for (Attribute attribute : Attribute.values()) {
            if (attributes.index(attribute) >= 0 && !tag.attributes().contains(attribute)) {
                throw new IllegalArgumentException(tag + " has no " + attribute.key());
            }
        }
    }

    /** A tag without attributes and with no source said. */
    public static TagFact of(Tag tag, Span span) {
        return new TagFact(tag, span, Attributes.NONE, Provenance.UNSAID);
    }
}
