package org.sangyu.desk.web;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The telephone number that this desk's elders are given. */
@Controller
class ContactPages {

    private static final int UNPROCESSABLE = 422;

    private final Contacts contacts;

    ContactPages(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/contacts")
    String show(Model model) {
        Desk desk = CurrentDesk.get();
        ContactForm form = contacts.find(desk.place())
                .map(stored -> new ContactForm(stored.office(), stored.telephone(), stored.version()))
                .orElse(new ContactForm("", "", 0));
        return form(form, FormErrors.NONE, model);
    }

    @PostMapping("/contacts")
    String save(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String telephone,
            @RequestParam(defaultValue = "0") long version,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ContactForm form = new ContactForm(office, telephone, version);
        FormErrors errors = form.errors(page.words());
        if (!errors.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return form(form, errors, model);
        }
        Desk desk = CurrentDesk.get();
        if (!contacts.save(desk, form.at(desk.place()))) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", stale(form.at(desk.place()), page));
            return "ui/stale";
        }
        next.addFlashAttribute(
                "notice",
                Notice.done(page.say("desk.contact.saved", form.at(desk.place()).telephone())));
        return "redirect:/contacts";
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

    private static String form(ContactForm form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "desk/web/contact";
    }
}
