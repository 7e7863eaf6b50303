package org.sangyu.registry.internal;

import org.sangyu.registry.FactContent;
import org.sangyu.registry.Pinyin;
import org.sangyu.shared.PhoneNumbers;

/** Contents in the one spelling in which they are kept and found again. */
final class Contents {

    private Contents() {}

    /** The same content, names and telephone numbers spelt as the indexes expect them. */
    static FactContent normalised(FactContent content) {
        return switch (content) {
            case FactContent.Identity identity ->
                new FactContent.Identity(
                        Pinyin.normalise(identity.name()), identity.born(), identity.sex(), identity.idNumber());
            case FactContent.Contact contact ->
                new FactContent.Contact(
                        contact.contact(),
                        contact.person(),
                        contact.relation(),
                        PhoneNumbers.normalise(contact.phone()));
            case FactContent.Account account ->
                new FactContent.Account(
                        account.holder(), account.bank(), account.number().replaceAll("\\s", ""));
            default -> content;
        };
    }
}
