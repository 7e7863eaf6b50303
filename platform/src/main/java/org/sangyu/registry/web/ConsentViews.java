package org.sangyu.registry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.sangyu.registry.Consent;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;

/** Puts consents into words. */
final class ConsentViews {

    private ConsentViews() {}

    static List<ConsentView> of(List<Consent> consents, LocalDate today, Words words) {
        return consents.stream().map(consent -> view(consent, today, words)).toList();
    }

    private static ConsentView view(Consent consent, LocalDate today, Words words) {
        String state = consent.ended() != null ? "ended" : consent.counts(today) ? "counts" : "over";
        String given = words.say("registry.consent.given." + consent.given());
        return new ConsentView(
                consent.id().toString(),
                words.say("registry.consent.who", consent.person(), consent.relation()),
                consent.maskedPhone() == null ? "" : consent.maskedPhone(),
                consent.purposes().stream()
                        .sorted()
                        .map(purpose -> words.say("registry.consent.purpose." + purpose))
                        .collect(Collectors.joining(words.say("registry.consent.and"))),
                consent.witness().isEmpty() ? given : words.say("registry.consent.witnessed", given, consent.witness()),
                words.say("registry.consent.days", Formats.date(consent.from()), Formats.date(consent.last())),
                words.say("registry.consent.state." + state),
                state.equals("counts") ? "ok" : "off",
                consent.ended() == null && !today.isAfter(consent.last()));
    }
}
