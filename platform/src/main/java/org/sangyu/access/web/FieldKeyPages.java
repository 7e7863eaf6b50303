package org.sangyu.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.internal.FieldKeyKeeping;
import org.sangyu.access.internal.FieldKeyKeeping.State;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys of the protected fields: which there are, another one, an end of old ones. */
@Controller
class FieldKeyPages {

    private final FieldKeyKeeping keys;

    FieldKeyPages(FieldKeyKeeping keys) {
        this.keys = keys;
    }

    /** One version, in words. */
    public record Row(String number, String suite, String file, String made, String state, String tone, String since) {}

    @GetMapping("/field-keys")
    ModelAndView show(@ModelAttribute("page") Page page) {
        List<FieldKeyKeeping.Version> versions = keys.list();
        List<FieldKeyKeeping.IndexVersion> indexes = keys.listIndex();
        return new ModelAndView(
                "access/web/field-keys",
                Map.of(
                        "rows",
                        versions.stream().map(version -> row(version, page)).toList(),
                        "indexes",
                        indexes.stream().map(version -> row(version, page)).toList(),
                        "coming",
                        indexes.getFirst().inUse() == null,
                        "moving",
                        any(versions, State.OLDER),
                        "empty",
                        any(versions, State.EMPTY),
                        "days",
                        keys.kept().toDays()));
    }

    @PostMapping("/field-keys")
    String change(@ModelAttribute("page") Page page, RedirectAttributes next) {
        return followed(keys.change(), page.say("access.keys.still-moving"), next);
    }

    @PostMapping("/field-keys/go-on")
    String goOn() {
        return "redirect:/jobs/" + keys.goOn();
    }

    @PostMapping("/field-keys/destroy")
    String destroy(@ModelAttribute("page") Page page, RedirectAttributes next) {
        return followed(
                keys.destroy(), page.say("access.keys.too-early", keys.kept().toDays()), next);
    }

    @PostMapping("/field-keys/index")
    String changeIndex(@ModelAttribute("page") Page page, RedirectAttributes next) {
        return followed(keys.changeIndex(), page.say("access.keys.index.most"), next);
    }

    @PostMapping("/field-keys/file")
    String renewFile(@ModelAttribute("page") Page page, RedirectAttributes next) {
        int number = keys.renewFile();
        next.addFlashAttribute("notice", Notice.done(page.say("access.keys.file.done", number)));
        return "redirect:/field-keys";
    }

    private static String followed(@Nullable UUID job, String refusal, RedirectAttributes next) {
        if (job == null) {
            next.addFlashAttribute("notice", Notice.warning(refusal));
            return "redirect:/field-keys";
        }
        return "redirect:/jobs/" + job;
    }

    private static boolean any(List<FieldKeyKeeping.Version> versions, State state) {
        return versions.stream().anyMatch(version -> version.state() == state);
    }

    private static Row row(FieldKeyKeeping.Version version, Page page) {
        String tone =
                switch (version.state()) {
                    case IN_USE -> "ok";
                    case OLDER -> "warn";
                    case EMPTY, DESTROYED -> "off";
                };
        return new Row(
                String.valueOf(version.number()),
                version.suite(),
                "field-" + version.file() + ".key",
                Formats.instant(version.made()),
                page.say("access.keys.state." + version.state()),
                tone,
                Formats.instant(version.since()));
    }

    private static Row row(FieldKeyKeeping.IndexVersion version, Page page) {
        Instant inUse = version.inUse();
        return new Row(
                String.valueOf(version.number()),
                version.suite(),
                "field-" + version.file() + ".key",
                Formats.instant(version.made()),
                page.say(inUse == null ? "access.keys.index.coming" : "access.keys.state.IN_USE"),
                inUse == null ? "warn" : "ok",
                Formats.instant(inUse == null ? version.made() : inUse));
    }
}
