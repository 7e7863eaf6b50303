package org.sangyu.registry.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.RecordedFact;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;

/** A standing fact as its form shows it; protected values stay out and mean 'unchanged' when left blank. */
final class FactFilled {

    private FactFilled() {}

    /** Values by field name. */
    static Map<String, String> of(RecordedFact fact, Map<Place, String> names) {
        Map<String, String> values = new HashMap<>();
        switch (fact.content()) {
            case FactContent.Identity identity -> {
                put(values, "name", identity.name());
                put(values, "born", Formats.date(identity.born()));
                put(values, "sex", identity.sex());
            }
            case FactContent.Residence residence -> {
                String text = names.getOrDefault(residence.at(), residence.at().path());
                put(values, "residence", residence.residence().name());
                put(values, "at", text);
                put(values, "atWas", text);
                put(values, "atPath", residence.at().path());
            }
            case FactContent.Household household -> {
                put(values, "arrangement", household.arrangement().name());
                put(values, "remark", household.remark());
            }
            case FactContent.Contact contact -> {
                put(values, "contact", contact.contact().name());
                put(values, "person", contact.person());
                put(values, "relation", contact.relation());
            }
            case FactContent.Tag tag -> {
                put(values, "tag", tag.tag());
                put(values, "reviewer", tag.reviewer());
                values.putAll(tag.attributes());
            }
            case FactContent.Ability ability -> put(values, "level", String.valueOf(ability.level()));
            case FactContent.Ltci ltci -> put(values, "grade", String.valueOf(ltci.grade()));
            case FactContent.Institution institution -> put(values, "institution", institution.name());
            case FactContent.Account account -> {
                put(values, "holder", account.holder());
                put(values, "bank", account.bank());
            }
            case FactContent.Life life -> put(values, "life", life.life().name());
            case FactContent.Receipt receipt -> {
                Money amount = receipt.amount();
                put(values, "benefit", receipt.benefit());
                put(values, "amount", amount == null ? null : amount.plain());
            }
        }
        put(values, "from", Formats.date(fact.valid().from()));
        put(values, "last", Formats.lastDay(fact.valid().to()));
        put(values, "source", fact.source());
        put(values, "evidence", fact.evidence());
        return values;
    }

    /** What was typed, with protected fields that were left blank taken from the standing fact. */
    static Map<String, String> keepingProtected(Map<String, String> typed, FactContent standing) {
        Map<String, String> values = new HashMap<>(typed);
        switch (standing) {
            case FactContent.Identity identity -> {
                IdNumber number = identity.idNumber();
                keep(values, "idNumber", number == null ? null : number.value());
            }
            case FactContent.Residence residence -> keep(values, "address", residence.address());
            case FactContent.Contact contact -> keep(values, "phone", contact.phone());
            case FactContent.Account account -> keep(values, "number", account.number());
            default -> {}
        }
        return values;
    }

    private static void keep(Map<String, String> values, String name, @Nullable String stored) {
        if (stored != null && values.getOrDefault(name, "").isBlank()) {
            values.put(name, stored);
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
