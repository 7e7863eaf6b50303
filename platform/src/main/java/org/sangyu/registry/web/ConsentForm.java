package org.sangyu.registry.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Consent.Given;
import org.sangyu.registry.Consent.Purpose;
import org.sangyu.registry.internal.trust.Consents.NewConsent;
import org.sangyu.shared.PhoneNumbers;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Words;

/** A consent as typed. */
public record ConsentForm(
        String person,
        String relation,
        String phone,
        List<String> purposes,
        String given,
        String witness,
        String last) {

    private static final int LONGEST = 40;

    /** Copies the purposes. */
    public ConsentForm {
        purposes = List.copyOf(purposes);
    }

    static ConsentForm empty() {
        return new ConsentForm("", "", "", List.of(Purpose.ACT.name()), Given.SIGNED.name(), "", "");
    }

    static ConsentForm of(Map<String, String> sent, List<String> purposes) {
        return new ConsentForm(
                sent.getOrDefault("person", "").strip(),
                sent.getOrDefault("relation", "").strip(),
                PhoneNumbers.normalise(sent.getOrDefault("phone", "")),
                purposes,
                sent.getOrDefault("given", ""),
                sent.getOrDefault("witness", "").strip(),
                sent.getOrDefault("last", "").strip());
    }

    /** What is wrong with it. */
    FormErrors errors(Words words, LocalDate today) {
        FormErrors errors = FormErrors.NONE;
        if (person.isEmpty() || person.length() > LONGEST) {
            errors = errors.and("person", words.say("registry.consent.wrong.person", LONGEST));
        }
        if (relation.isEmpty() || relation.length() > LONGEST) {
            errors = errors.and("relation", words.say("registry.consent.wrong.relation", LONGEST));
        }
        boolean looks = wanted().contains(Purpose.LOOK);
        if (!phone.isEmpty() && !PhoneNumbers.isMobile(phone) || looks && phone.isEmpty()) {
            errors = errors.and(
                    "phone", words.say(looks ? "registry.consent.wrong.look" : "registry.consent.wrong.phone"));
        }
        if (wanted().isEmpty()) {
            errors = errors.and("purposes", words.say("registry.consent.wrong.purposes"));
        }
        if (way() == null) {
            errors = errors.and("given", words.say("registry.consent.wrong.given"));
        }
        if (way() == Given.SPOKEN && witness.isEmpty() || witness.length() > LONGEST) {
            errors = errors.and("witness", words.say("registry.consent.wrong.witness", LONGEST));
        }
        LocalDate end = day();
        if (end == null || end.isBefore(today)) {
            errors = errors.and("last", words.say("registry.consent.wrong.last"));
        }
        return errors;
    }

    /** Ready to be recorded, once nothing is wrong. */
    NewConsent ready(LocalDate today) {
        Given way = way();
        LocalDate end = day();
        if (way == null || end == null) {
            throw new IllegalStateException("asked for before its errors");
        }
        return new NewConsent(person, relation, phone.isEmpty() ? null : phone, wanted(), way, witness, today, end);
    }

    /** True when that purpose is ticked. */
    public boolean has(String purpose) {
        return purposes.contains(purpose);
    }

    private Set<Purpose> wanted() {
        Set<Purpose> wanted = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            if (purposes.contains(purpose.name())) {
                wanted.add(purpose);
            }
        }
        return wanted;
    }

    private @Nullable Given way() {
        for (Given one : Given.values()) {
            if (one.name().equals(given)) {
                return one;
            }
        }
        return null;
    }

    private @Nullable LocalDate day() {
        return Days.find(last).orElse(null);
    }
}
