package org.sangyu.desk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.desk.internal.Contact;
import org.sangyu.desk.internal.Contacts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.Stale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The telephone number that this desk's elders are given. */
@Controller
class ContactPages {

    private final Contacts contacts;

    ContactPages(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/contacts")
    ModelAndView show() {
        ContactForm form = contacts.find(CurrentDesk.get().place())
                .map(stored -> new ContactForm(stored.office(), stored.telephone(), stored.version()))
                .orElse(new ContactForm("", "", 0));
        return form(form, FormErrors.NONE, HttpStatus.OK);
    }

    @PostMapping("/contacts")
    ModelAndView save(
            @RequestParam Map<String, String> sent, @ModelAttribute("page") Page page, RedirectAttributes next) {
        ContactForm form = ContactForm.of(sent);
        FormErrors errors = form.errors(page.words());
        if (!errors.isEmpty()) {
            return form(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Desk desk = CurrentDesk.get();
        Contact typed = form.at(desk.place());
        if (!contacts.save(desk, typed)) {
            return new ModelAndView("ui/stale", Map.of("stale", stale(typed, page)), HttpStatus.CONFLICT);
        }
        next.addFlashAttribute("notice", Notice.done(page.say("desk.contact.saved", typed.telephone())));
        return new ModelAndView("redirect:/contacts");
    }

    private Stale stale(Contact typed, Page page) {
        Contact stored = contacts.find(typed.place()).orElse(new Contact(typed.place(), "", "", 0));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("office", typed.office());
        fields.put("telephone", typed.telephone());
        fields.put("version", String.valueOf(stored.version()));
        return new Stale(
                page.say("desk.contact.title"),
                List.of(
                        new Stale.Row(page.say("desk.contact.office"), stored.office(), typed.office()),
                        new Stale.Row(page.say("desk.contact.telephone"), stored.telephone(), typed.telephone())),
                "/contacts",
                fields,
                "/contacts");
    }

    private static ModelAndView form(ContactForm form, FormErrors errors, HttpStatus status) {
        return new ModelAndView("desk/web/contact", Map.of("form", form, "errors", errors), status);
    }
}
