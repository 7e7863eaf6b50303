package org.sangyu.benefits.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.Deliveries;
import org.sangyu.benefits.internal.enrolment.Delivery;
import org.sangyu.benefits.internal.enrolment.DeliveryState;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.ListPage;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.PageNumber;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Things given once, such as the plaque at a hundred: who has to bring which to whom, and the evidence that it was done. */
@Controller
class DeliveryPages {

    private static final int PAGE = 40;
    private static final int LONGEST = 200;
    private static final int LONGEST_PERSON = 60;
    private static final int MAGIC = 4;

    private final Deliveries deliveries;
    private final Files files;
    private final TransactionTemplate transaction;
    private final Shown shown;

    DeliveryPages(Deliveries deliveries, Files files, TransactionTemplate transaction, Shown shown) {
        this.deliveries = deliveries;
        this.files = files;
        this.transaction = transaction;
        this.shown = shown;
    }

    /** What was typed, and who was marked. */
    record Typed(
            @Nullable List<UUID> id,
            @Nullable String on,
            @Nullable String by,
            @Nullable String receiver,
            @Nullable String note,
            @Nullable MultipartFile photo) {

        static final Typed NOTHING = new Typed(null, null, null, null, null, null);

        List<UUID> ids() {
            return id == null ? List.of() : id.stream().filter(Objects::nonNull).toList();
        }

        static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }

        @Nullable
        LocalDate day() {
            try {
                return LocalDate.parse(text(on));
            } catch (DateTimeParseException notADay) {
                return null;
            }
        }

        boolean hasPhoto() {
            return photo != null && !photo.isEmpty();
        }
    }

    @GetMapping("/enrolments/deliveries")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "page", defaultValue = "1") PageNumber number,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("view", view(state(state), number, Typed.NOTHING, FormErrors.NONE, page));
        return "benefits/web/deliveries";
    }

    @PostMapping("/enrolments/deliveries")
    String deliver(
            Typed typed,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes flash,
            jakarta.servlet.http.HttpServletResponse response)
            throws IOException {
        Desk desk = CurrentDesk.get();
        if (!Deliveries.mayRecord(desk.role())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        FormErrors errors = wrong(typed, page);
        LocalDate day = typed.day();
        if (!errors.isEmpty() || day == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", view(DeliveryState.WAITING, new PageNumber(1), typed, errors, page));
            return "benefits/web/deliveries";
        }
        Deliveries.Done done = transaction.execute(status -> {
            Files.Stored photo = store(typed);
            return deliveries.deliver(
                    typed.ids(),
                    new Deliveries.Handover(
                            day,
                            Typed.text(typed.by()),
                            Typed.text(typed.receiver()),
                            Typed.text(typed.note()),
                            photo == null ? null : photo.sha256(),
                            photo == null ? null : photo.name()));
        });
        flash.addFlashAttribute(
                "notice",
                done.delivered() == 0
                        ? Notice.warning(page.say("benefits.delivery.none"))
                        : Notice.done(
                                page.say("benefits.delivery.done", done.delivered()),
                                "/enrolments/deliveries/undo/" + done.act()));
        return "redirect:/enrolments/deliveries";
    }

    @PostMapping("/enrolments/deliveries/undo/{act:[0-9a-f-]{36}}")
    String undo(
            @PathVariable UUID act,
            @RequestParam(required = false) @Nullable UUID only,
            @ModelAttribute("page") Page page,
            RedirectAttributes flash) {
        int undone = deliveries.undo(act, only);
        flash.addFlashAttribute(
                "notice",
                undone == 0
                        ? Notice.warning(page.say("benefits.delivery.undone.none"))
                        : Notice.done(page.say("benefits.delivery.undone", undone)));
        return "redirect:/enrolments/deliveries";
    }

    private FormErrors wrong(Typed typed, Page page) throws IOException {
        FormErrors errors = FormErrors.NONE;
        if (typed.ids().isEmpty()) {
            errors = errors.and("rows", page.say("benefits.error.none"));
        }
        LocalDate day = typed.day();
        if (day == null || day.isAfter(shown.today())) {
            errors = errors.and("on", page.say("benefits.delivery.error.day"));
        }
        String by = Typed.text(typed.by());
        if (by.isEmpty() || by.length() > LONGEST_PERSON) {
            errors = errors.and("by", page.say("benefits.delivery.error.by"));
        }
        if (Typed.text(typed.receiver()).length() > LONGEST_PERSON) {
            errors = errors.and("receiver", page.say("benefits.delivery.error.by"));
        }
        String note = Typed.text(typed.note());
        if (note.length() > LONGEST || note.isEmpty() && !typed.hasPhoto()) {
            errors = errors.and("note", page.say("benefits.delivery.error.note"));
        }
        return typed.hasPhoto() && mediaType(typed.photo()) == null
                ? errors.and("photo", page.say("benefits.delivery.error.photo"))
                : errors;
    }

    private Files.@Nullable Stored store(Typed typed) {
        MultipartFile photo = typed.photo();
        if (photo == null || photo.isEmpty()) {
            return null;
        }
        try {
            String type = Objects.requireNonNull(mediaType(photo));
            String name = type.equals("image/png") ? "photo.png" : "photo.jpg";
            return files.store(name, type, out -> {
                try (InputStream in = photo.getInputStream()) {
                    in.transferTo(out);
                }
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** By its first bytes, not by its name; null for anything that is no picture. */
    private static @Nullable String mediaType(@Nullable MultipartFile photo) throws IOException {
        if (photo == null) {
            return null;
        }
        try (InputStream in = photo.getInputStream()) {
            byte[] head = in.readNBytes(MAGIC);
            if (Arrays.equals(head, new byte[] {(byte) 0x89, 'P', 'N', 'G'})) {
                return "image/png";
            }
            boolean jpeg = head.length == MAGIC && head[0] == (byte) 0xFF && head[1] == (byte) 0xD8;
            return jpeg && head[2] == (byte) 0xFF ? "image/jpeg" : null;
        }
    }

    private static @Nullable DeliveryState state(@Nullable String name) {
        if ("ALL".equals(name)) {
            return null;
        }
        return Arrays.stream(DeliveryState.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(DeliveryState.WAITING);
    }

    private DeliveryView view(
            @Nullable DeliveryState state, PageNumber asked, Typed typed, FormErrors errors, Page page) {
        Desk desk = CurrentDesk.get();
        Words words = page.words();
        ListPage<Delivery> found =
                ListPage.read(asked, PAGE, (offset, limit) -> deliveries.list(desk.scope(), state, offset, limit));
        List<Delivery> rows = found.rows();
        Shown.Names names = shown.names(
                rows.stream().map(Delivery::elder).distinct().toList(),
                rows.stream().map(Delivery::place).distinct().toList(),
                desk.scope(),
                words.language());
        boolean records = Deliveries.mayRecord(desk.role());
        return new DeliveryView(
                states(deliveries.counts(desk.scope()), state, page),
                deliveries.years(desk.scope()).stream()
                        .map(year -> words.say(
                                "benefits.delivery.year",
                                String.valueOf(year.year()),
                                shown.benefit(year.benefit(), words),
                                Formats.count(year.times())))
                        .toList(),
                rows.stream().map(row -> row(row, names, records, typed, words)).toList(),
                records && rows.stream().anyMatch(row -> row.state() == DeliveryState.WAITING),
                new DeliveryView.Form(
                        typed.on() == null ? Formats.date(shown.today()) : typed.on(),
                        typed.by() == null ? desk.name() : typed.by(),
                        Typed.text(typed.receiver()),
                        Typed.text(typed.note()),
                        errors),
                found.pager(page, page.say("benefits.page", found.number())));
    }

    private static List<Chip> states(Map<DeliveryState, Long> counts, @Nullable DeliveryState chosen, Page page) {
        List<Chip> chips = new ArrayList<>();
        for (DeliveryState state : DeliveryState.values()) {
            chips.add(new Chip(
                    page.say("benefits.delivery." + state),
                    Formats.count(counts.getOrDefault(state, 0L)),
                    "/enrolments/deliveries?state=" + state,
                    state == chosen));
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        chips.add(new Chip(
                page.say("benefits.all"), Formats.count(all), "/enrolments/deliveries?state=ALL", chosen == null));
        return chips;
    }

    private DeliveryView.Row row(Delivery row, Shown.Names names, boolean records, Typed typed, Words words) {
        String because = words.language() == Language.ZH
                ? row.because().zh()
                : row.because().en();
        return new DeliveryView.Row(
                row.id().toString(),
                names.name(row.elder()),
                "/elders/" + row.elder(),
                shown.sexAndAge(names.people().get(row.elder()), words),
                names.place(row.place()),
                shown.benefit(row.benefit(), words),
                "/policies/" + row.benefit(),
                because.lines().toList(),
                Formats.date(row.madeOn()),
                switch (row.state()) {
                    case WAITING -> "wait";
                    case DELIVERED -> "ok";
                    case DROPPED -> "off";
                },
                words.say("benefits.delivery." + row.state()),
                evidence(row, words),
                row.photo() == null ? "" : "/files/" + row.photo(),
                records && row.act() != null ? "/enrolments/deliveries/undo/" + row.act() + "?only=" + row.id() : "",
                row.state() == DeliveryState.WAITING,
                typed.ids().contains(row.id()));
    }

    private static List<String> evidence(Delivery row, Words words) {
        Delivery.Recorded recorded = row.recorded();
        if (recorded == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(words.say("benefits.delivery.by.on", row.deliveredBy(), Formats.date(row.deliveredOn())));
        if (!row.receivedBy().isEmpty()) {
            lines.add(words.say("benefits.delivery.received", row.receivedBy()));
        }
        if (!row.note().isEmpty()) {
            lines.add(row.note());
        }
        lines.add(words.say(
                "benefits.delivery.recorded",
                ByWhom.at(recorded.name(), recorded.role(), words),
                Formats.instant(recorded.at())));
        return lines;
    }
}
