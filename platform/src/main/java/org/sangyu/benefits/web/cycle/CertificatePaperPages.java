package org.sangyu.benefits.web.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.benefits.internal.cycle.ChineseCapitals;
import org.sangyu.benefits.internal.cycle.MonthsPaid;
import org.sangyu.benefits.internal.enrolment.Enrolment;
import org.sangyu.benefits.internal.enrolment.Enrolments;
import org.sangyu.benefits.internal.enrolment.People;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.HandedOut;
import org.sangyu.shared.Money;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The certificate of months paid (已发待遇证明), for somebody who moves away: printed, with a place for the stamp. */
@Controller
class CertificatePaperPages {

    private final Enrolments enrolments;
    private final MonthsPaid months;
    private final People people;
    private final BenefitNames names;
    private final Papers papers;
    private final HandedOut handedOut;

    CertificatePaperPages(
            Enrolments enrolments,
            MonthsPaid months,
            People people,
            BenefitNames names,
            Papers papers,
            HandedOut handedOut) {
        this.enrolments = enrolments;
        this.months = months;
        this.people = people;
        this.names = names;
        this.papers = papers;
        this.handedOut = handedOut;
    }

    @GetMapping("/enrolments/{id:[0-9a-f-]{36}}/certificate.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        Desk desk = CurrentDesk.get();
        Enrolment one = enrolments
                .find(id, desk.scope())
                .filter(found -> desk.place().level().compareTo(PlaceLevel.COUNTY) >= 0)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<MonthsPaid.Paid> paid =
                months.of(one.elder().value(), one.benefit(), org.sangyu.shared.Scope.of(one.county()));
        long sum = paid.stream().mapToLong(MonthsPaid.Paid::fen).sum();
        List<Papers.Row> rows = new ArrayList<>();
        for (MonthsPaid.Paid month : paid) {
            rows.add(new Papers.Row(
                    List.of(
                            String.valueOf(rows.size() + 1),
                            month.period().equals("ONCE") ? page.say("cycles.once") : month.period(),
                            Formats.date(month.paidOn()),
                            CycleViews.yuan(month.fen())),
                    false));
        }
        rows.add(new Papers.Row(List.of("", page.say("cycles.sum"), "", CycleViews.yuan(sum)), true));
        Papers.Table table = new Papers.Table(Papers.say(page, "paper.row", "period", "return.day", "yuan"), 3, rows);
        handedOut.about("benefits.print.certificate", one.elder(), one.place(), Map.of("benefit", one.benefit()));
        String title =
                page.say("cycles.paper.certificate", names.place(one.county().path()));
        return papers.print(page, title, head(one, sum, desk, page), paid.isEmpty() ? List.of() : List.of(table));
    }

    private List<String> head(Enrolment one, long sum, Desk desk, Page page) {
        ElderId elder = one.elder();
        People.Person person = people.answeredFor(List.of(elder), desk.scope()).get(elder);
        Map<String, String> benefits = names.of(one.county(), page.words().language());
        List<String> head = new ArrayList<>();
        head.add(page.say(
                "cycles.paper.certificate.who",
                person == null ? "" : person.name(),
                person == null || person.maskedId() == null ? "" : person.maskedId()));
        String benefit = benefits.getOrDefault(one.benefit(), one.benefit());
        head.add(
                sum == 0
                        ? page.say("cycles.paper.certificate.none", benefit)
                        : page.say(
                                "cycles.paper.certificate.text",
                                benefit,
                                CycleViews.yuan(sum),
                                ChineseCapitals.of(new Money(sum))));
        if (one.paidBeforeTo() != null) {
            head.add(page.say(
                    "cycles.paper.certificate.before",
                    one.paidBeforeTo().minusMonths(1).toString()));
        }
        if (one.endedFrom() != null) {
            head.add(page.say("cycles.paper.certificate.ended", one.endedFrom().toString()));
        }
        return head;
    }
}
