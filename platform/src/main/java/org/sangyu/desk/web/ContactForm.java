package org.sangyu.desk.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.sangyu.desk.internal.Contact;
import org.sangyu.shared.Place;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Words;

/**
 * The office's telephone as typed.
 *
 * @param office name of the office
 * @param telephone as typed; full-width digits and dashes are taken too
 * @param version of what was shown; 0 when nothing was stored
 */
public record ContactForm(String office, String telephone, long version) {

    private static final int LONGEST_OFFICE = 40;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 -]{3,17}[0-9]");

    /** What a form leaves out is empty, and the version of what was never stored is 0. */
    public static ContactForm of(Map<String, String> sent) {
        String version = sent.getOrDefault("version", "0");
        return new ContactForm(
                sent.getOrDefault("office", ""),
                sent.getOrDefault("telephone", ""),
                version.matches("[0-9]{1,9}") ? Long.parseLong(version) : 0);
    }

    /** What stands in the way of storing it. */
    FormErrors errors(Words words) {
        FormErrors errors = FormErrors.NONE;
        if (office.isBlank() || office.strip().length() > LONGEST_OFFICE) {
            errors = errors.and("office", words.say("desk.contact.office.wrong", LONGEST_OFFICE));
        }
        if (!NUMBER.matcher(number()).matches()) {
            errors = errors.and("telephone", words.say("desk.contact.telephone.wrong"));
        }
        return errors;
    }

    Contact at(Place place) {
        return new Contact(place, office.strip(), number(), version);
    }

    private String number() {
        return java.text.Normalizer.normalize(telephone, java.text.Normalizer.Form.NFKC)
                .replace('—', '-')
                .replace('–', '-')
                .strip();
    }
}
