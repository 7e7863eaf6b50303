package org.sangyu.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.exchange.internal.ApiLimits;
import org.sangyu.exchange.internal.Vendor;
import org.sangyu.exchange.internal.Vendors;
import org.sangyu.exchange.internal.Vendors.Admitted;
import org.sangyu.regions.Regions;
import org.sangyu.rules.RegionCode;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's vendors: whose programs may ask, about where, until when. */
@Controller
class VendorPages {

    private static final int ROWS = 50;

    private final Vendors vendors;
    private final Regions regions;
    private final ApiLimits limits;
    private final Clock clock;

    VendorPages(Vendors vendors, Regions regions, ApiLimits limits, Clock clock) {
        this.vendors = vendors;
        this.regions = regions;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/vendors")
    ModelAndView list(
            @RequestParam(name = "page", defaultValue = "1") PageNumber number, @ModelAttribute("page") Page page) {
        ListPage<Vendor> found = ListPage.read(number, ROWS, vendors::list);
        List<VendorView> rows =
                found.rows().stream().map(vendor -> view(vendor, page)).toList();
        int before = found.before(ROWS);
        String text =
                page.say("exchange.vendors.rows", Math.min(before + 1, before + rows.size()), before + rows.size());
        return new ModelAndView(
                "exchange/web/vendors",
                Map.of(
                        "rows",
                        rows,
                        "pager",
                        found.pager(page, text),
                        "limits",
                        said(page),
                        "openapi",
                        ApiRoutes.OPENAPI));
    }

    @GetMapping("/vendors/new")
    ModelAndView blank() {
        return form(VendorForm.blank(LocalDate.now(clock)), FormErrors.NONE);
    }

    @PostMapping("/vendors")
    ModelAndView admit(
            @RequestParam Map<String, String> sent, @ModelAttribute("page") Page page, RedirectAttributes next) {
        VendorForm form = VendorForm.of(sent);
        FormErrors errors = form.errors(page.words());
        RegionCode code = errors.isEmpty() ? form.code() : null;
        if (code != null
                && regions.findByCode(code.digits(), LocalDate.now(clock)).isEmpty()) {
            errors = errors.and("region", page.say("exchange.vendor.region.unknown", form.region()));
        }
        if (!errors.isEmpty()) {
            return form(form, errors);
        }
        Admitted admitted = vendors.admit(form.wanted());
        next.addFlashAttribute("token", admitted.token());
        next.addFlashAttribute("notice", Notice.done(page.say("exchange.vendor.admitted", form.name())));
        return new ModelAndView("redirect:/vendors/" + admitted.id());
    }

    @GetMapping("/vendors/{id}")
    ModelAndView show(@PathVariable UUID id, @ModelAttribute("page") Page page) {
        return new ModelAndView("exchange/web/vendor", Map.of("vendor", view(require(id), page), "limits", said(page)));
    }

    @PostMapping("/vendors/{id}/revocation")
    String revoke(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes next) {
        Vendor vendor = require(id);
        boolean done = vendors.revoke(vendor);
        next.addFlashAttribute(
                "notice",
                done
                        ? Notice.done(page.say("exchange.vendor.revoked", vendor.name()))
                        : Notice.warning(page.say("exchange.vendor.revoked.before", vendor.name())));
        return "redirect:/vendors/" + id;
    }

    private Vendor require(UUID id) {
        return vendors.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView form(VendorForm form, FormErrors errors) {
        return new ModelAndView(
                "exchange/web/vendor-new",
                Map.of("form", form, "errors", errors),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String said(Page page) {
        return page.say(
                "exchange.limits",
                Formats.count(limits.perMinute()),
                Formats.count(limits.people()),
                Formats.bytes(limits.bytes()));
    }

    private VendorView view(Vendor vendor, Page page) {
        Vendor.State state = vendor.state(LocalDate.now(clock));
        String first = Formats.date(vendor.from());
        String days = vendor.to() == null
                ? page.say("exchange.vendor.since", first)
                : page.say("exchange.vendor.days", first, Formats.lastDay(vendor.to()));
        return new VendorView(
                "/vendors/" + vendor.id(),
                vendor.name(),
                region(vendor.region(), page),
                days,
                vendor.lastUsed() == null ? page.say("exchange.vendor.never") : Formats.instant(vendor.lastUsed()),
                page.say("exchange.vendor.by", Formats.instant(vendor.created()), vendor.createdBy()),
                tone(state),
                page.say("exchange.vendor.state." + state),
                vendor.revoked() == null);
    }

    private String region(@Nullable RegionCode code, Page page) {
        if (code == null) {
            return page.say("exchange.vendor.everywhere");
        }
        return regions.findByCode(code.digits(), LocalDate.now(clock))
                .map(found -> regions.fullName(found.place()) + "（" + code + "）")
                .orElse(code.digits());
    }

    private static String tone(Vendor.State state) {
        return switch (state) {
            case NOT_YET -> "wait";
            case ACTIVE -> "ok";
            case EXPIRED, REVOKED -> "off";
        };
    }
}
