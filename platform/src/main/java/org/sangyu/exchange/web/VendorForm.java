package org.sangyu.exchange.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.exchange.internal.Vendors.Wanted;
import org.sangyu.rules.RegionCode;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;

/**
 * A vendor as typed.
 *
 * @param region official code; empty for everywhere
 * @param last last day, included; empty for no end
 */
public record VendorForm(String name, String region, String first, String last) {

    private static final int LONGEST = 60;

    static VendorForm blank(LocalDate today) {
        return new VendorForm("", "", today.toString(), "");
    }

    /** What a form leaves out is empty. */
    static VendorForm of(Map<String, String> sent) {
        return new VendorForm(
                sent.getOrDefault("name", "").strip(),
                sent.getOrDefault("region", "").strip(),
                sent.getOrDefault("first", "").strip(),
                sent.getOrDefault("last", "").strip());
    }

    /** What is wrong with it, whether the place exists left aside. */
    FormErrors errors(Words words) {
        FormErrors errors = FormErrors.NONE;
        if (name.isEmpty() || name.length() > LONGEST) {
            errors = errors.and("name", words.say("exchange.vendor.name.wrong", LONGEST));
        }
        if (!region.isEmpty() && !RegionCode.isCode(region)) {
            errors = errors.and("region", words.say("exchange.vendor.region.wrong"));
        }
        Optional<LocalDate> from = day(first);
        Optional<LocalDate> until = day(last);
        if (from.isEmpty()) {
            errors = errors.and("first", words.say("exchange.vendor.day.wrong"));
        }
        if (!last.isEmpty() && until.isEmpty()) {
            errors = errors.and("last", words.say("exchange.vendor.day.wrong"));
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            errors = errors.and("last", words.say("exchange.vendor.last.before"));
        }
        return errors;
    }

    /** The code of the place; null for everywhere. */
    @Nullable
    RegionCode code() {
        return region.isEmpty() ? null : RegionCode.of(region);
    }

    /** The vendor; only when nothing is wrong. */
    Wanted wanted() {
        return new Wanted(
                name,
                code(),
                LocalDate.parse(first),
                Formats.firstDayAfter(day(last).orElse(null)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
