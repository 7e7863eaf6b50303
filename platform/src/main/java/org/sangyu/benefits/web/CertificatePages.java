package org.sangyu.benefits.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.Enrolments;
import org.sangyu.benefits.internal.enrolment.TakeCertificate;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes in what another place certifies it has paid to somebody who moved here. */
@Controller
class CertificatePages {

    private final Enrolments enrolments;
    private final TakeCertificate take;

    CertificatePages(Enrolments enrolments, TakeCertificate take) {
        this.enrolments = enrolments;
        this.take = take;
    }

    @PostMapping("/enrolments/{id:[0-9a-f-]{36}}/certificate")
    String take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String through,
            @RequestParam(defaultValue = "") String paper,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        if (enrolments.find(id, CurrentDesk.get().scope()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        YearMonth month = month(through);
        Optional<String> refused = month == null
                ? Optional.of("benefits.error.month")
                : take.run(id, new TakeCertificate.Certificate(month, paper));
        flash.addFlashAttribute(
                "notice",
                refused.map(why -> Notice.warning(page.say(why)))
                        .orElseGet(() -> Notice.done(page.say("benefits.certificate.done", String.valueOf(month)))));
        return "redirect:/enrolments/" + id;
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return YearMonth.parse(text.strip());
        } catch (DateTimeParseException notAMonth) {
            return null;
        }
    }
}
