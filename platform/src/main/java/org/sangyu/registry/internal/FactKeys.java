package org.sangyu.registry.internal;

import org.sangyu.registry.FactContent;

/** Which facts speak about the same thing, so that at most one of them can count on a day. */
final class FactKeys {

    private FactKeys() {}

    /** Equal for facts that answer the same question, such as where the household is registered. */
    static String keyOf(FactContent content) {
        return switch (content) {
            case FactContent.Residence residence -> "RESIDENCE " + residence.residence();
            case FactContent.Contact contact ->
                contact.contact() == FactContent.ContactKind.SELF
                        ? "CONTACT SELF"
                        : "CONTACT " + contact.contact() + " " + contact.phone();
            case FactContent.Tag tag -> "TAG " + tag.tag();
            case FactContent.Ability ability -> "ABILITY " + ability.instrument();
            case FactContent.Life life -> "LIFE " + life.life();
            case FactContent.Receipt receipt -> "RECEIPT " + receipt.benefit();
            case FactContent.Identity i -> i.kind().name();
            case FactContent.Household h -> h.kind().name();
            case FactContent.Ltci l -> l.kind().name();
            case FactContent.Institution i -> i.kind().name();
            case FactContent.Account a -> a.kind().name();
        };
    }
}
