package org.sangyu.policy.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.own.OwnValue;
import org.sangyu.policy.internal.own.OwnValues;
import org.sangyu.policy.internal.own.OwnValues.Outcome;
import org.sangyu.regions.Regions;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.Text;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Values of this installation: the list, one with its effect, and what two persons do about it. */
@Controller
class OwnPages {

    static final String HERE = "/policies/own";
    private static final int LONGEST_REASON = 500;

    private final OwnValues values;
    private final PackShelf shelf;
    private final Regions regions;

    OwnPages(OwnValues values, PackShelf shelf, Regions regions) {
        this.values = values;
        this.shelf = shelf;
        this.regions = regions;
    }

    @GetMapping(HERE)
    String list(@ModelAttribute("page") Page page, Model model) {
        OwnViews views = views(page);
        List<OwnValue> all = values.list();
        model.addAttribute(
                "waiting",
                all.stream().filter(OwnValue::isWaiting).map(views::row).toList());
        model.addAttribute(
                "others",
                all.stream().filter(one -> !one.isWaiting()).map(views::row).toList());
        model.addAttribute(
                "regions",
                all.stream()
                        .filter(one -> one.state() == org.sangyu.policy.internal.own.OwnState.IN_FORCE)
                        .map(one -> new org.sangyu.ui.Option(one.region(), regions.fullName(one.place()), false))
                        .distinct()
                        .toList());
        return "policy/web/own";
    }

    @GetMapping(HERE + "/{id}")
    String one(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
        model.addAttribute("value", views(page).one(find(id), CurrentDesk.get()));
        return "policy/web/own-one";
    }

    /** The layer of one region as a pack folder, ready for {@code pack check} and for another installation. */
    @GetMapping(HERE + "/pack.zip")
    ResponseEntity<byte[]> pack(@RequestParam(defaultValue = "") String region) throws IOException {
        List<PackFile> files = region.matches("\\d{2,12}") ? values.files(region) : List.of();
        if (files.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (PackFile file : files) {
                zip.putNextEntry(new ZipEntry(file.path().substring(file.path().indexOf('/') + 1)));
                zip.write(file.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(region + ".zip", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out.toByteArray());
    }

    @PostMapping(HERE + "/{id}/agree")
    String agree(@PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes flash) {
        OwnValue value = find(id);
        Outcome outcome = values.agree(value);
        shelf.lookAgain();
        return after(
                outcome, value, value.isEnding() ? "policy.own.done.ended" : "policy.own.done.in-force", page, flash);
    }

    @PostMapping(HERE + "/{id}/refuse")
    String refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        OwnValue value = find(id);
        return reasonOf(reason)
                .map(why -> after(values.refuse(value, why), value, "policy.own.done.refused", page, flash))
                .orElseGet(() -> noReason(value, page, flash));
    }

    @PostMapping(HERE + "/{id}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        OwnValue value = find(id);
        return reasonOf(reason)
                .map(why -> after(values.withdraw(value, why), value, "policy.own.done.withdrawn", page, flash))
                .orElseGet(() -> noReason(value, page, flash));
    }

    @PostMapping(HERE + "/{id}/end")
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        OwnValue value = find(id);
        return reasonOf(reason)
                .map(why -> after(values.askEnd(value, why), value, "policy.own.done.asked", page, flash))
                .orElseGet(() -> noReason(value, page, flash));
    }

    /** Computes the effect anew, in the background. */
    @PostMapping(HERE + "/{id}/effect")
    String effect(@PathVariable UUID id) {
        OwnValue value = find(id);
        if (!value.isWaiting() || !CurrentDesk.get().scope().contains(value.place())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/jobs/" + values.compute(id);
    }

    private static Optional<String> reasonOf(String typed) {
        String reason = typed.strip().replaceAll("\\p{Cntrl}", " ");
        return reason.isEmpty() || reason.length() > LONGEST_REASON ? Optional.empty() : Optional.of(reason);
    }

    private static String noReason(OwnValue value, Page page, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.warning(page.say("policy.own.error.reason")));
        return "redirect:" + HERE + "/" + value.id();
    }

    private static String after(Outcome outcome, OwnValue value, String wordKey, Page page, RedirectAttributes flash) {
        Notice notice =
                switch (outcome) {
                    case Outcome.Done done -> Notice.done(page.say(wordKey));
                    case Outcome.Barred barred -> Notice.warning(page.say(barred.wordKey()));
                    case Outcome.Refused refused ->
                        Notice.warning(String.join(
                                " ",
                                refused.why().stream()
                                        .map(why -> said(why, page))
                                        .toList()));
                };
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + HERE + "/" + value.id();
    }

    static String said(Text text, Page page) {
        return text.in(page.words().language().code());
    }

    private OwnValue find(UUID id) {
        return values.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OwnViews views(Page page) {
        return new OwnViews(shelf.packs(), regions, page);
    }
}
