package org.sangyu.registry.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.registry.RecordedFact;

/** What a fact says, as the ledger keeps it before and after a change: one value a name, empty ones left out. */
final class FactText {

    private FactText() {}

    /** What changed, {@code old.} and {@code new.} before each name; null is no fact at all. */
    static Map<String, String> change(@Nullable RecordedFact old, @Nullable NewFact now) {
        return change(
                old == null ? Map.of() : of(old.content(), old.valid()),
                now == null ? Map.of() : of(now.content(), now.valid()));
    }

    private static Map<String, String> change(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changed = new HashMap<>();
        before.forEach((name, value) -> {
            if (!value.equals(after.get(name))) {
                changed.put("old." + name, value);
            }
        });
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                changed.put("new." + name, value);
            }
        });
        return changed;
    }

    private static Map<String, String> of(FactContent content, Period period) {
        Map<String, String> values = new HashMap<>();
        says(content).forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                values.put(name, value.toString());
            }
        });
        if (period.from() != null || period.to() != null) {
            values.put("period", text(period.from()) + "–" + text(period.to()));
        }
        return values;
    }

    private static String text(@Nullable Object day) {
        return day == null ? "" : day.toString();
    }

    private static Map<String, @Nullable Object> says(FactContent content) {
        Map<String, @Nullable Object> says = new HashMap<>();
        switch (content) {
            case FactContent.Identity identity -> {
                says.put("name", identity.name());
                says.put("born", identity.born());
                says.put("sex", identity.sex());
                says.put(
                        "id-number",
                        identity.idNumber() == null ? null : identity.idNumber().value());
            }
            case FactContent.Residence residence -> {
                says.put(
                        residence.residence() == FactContent.ResidenceKind.REGISTERED ? "registered" : "usual",
                        residence.at().path());
                says.put("address", residence.address());
            }
            case FactContent.Contact contact -> {
                says.put("contact", contact.contact() == FactContent.ContactKind.SELF ? null : contact.person());
                says.put("relation", contact.relation());
                says.put("phone", contact.phone());
            }
            case FactContent.Account account -> {
                says.put("holder", account.holder());
                says.put("bank", account.bank());
                says.put("number", account.number());
            }
            case FactContent.Household household ->
                says.put("says", household.arrangement() + " " + text(household.remark()));
            case FactContent.Tag tag -> says.put("says", tag.tag() + " " + new java.util.TreeMap<>(tag.attributes()));
            case FactContent.Ability ability -> says.put("says", ability.level());
            case FactContent.Ltci ltci -> says.put("says", ltci.grade());
            case FactContent.Institution institution -> says.put("says", institution.name());
            case FactContent.Life life -> says.put("says", life.life());
            case FactContent.Receipt receipt -> says.put("says", receipt.benefit() + " " + text(receipt.amount()));
        }
        return says;
    }
}
