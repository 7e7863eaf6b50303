package org.sangyu.registry.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Jobs;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends the list that is seen into a workbook, in the background. */
@Controller
class ElderExportPages {

    private final Jobs jobs;
    private final TransactionTemplate transaction;

    ElderExportPages(Jobs jobs, TransactionTemplate transaction) {
        this.jobs = jobs;
        this.transaction = transaction;
    }

    @PostMapping("/elders/export")
    String export(
            @RequestParam Map<String, String> parameters, @ModelAttribute("page") Page page, RedirectAttributes next) {
        ElderQuery query = ElderQuery.of(parameters);
        if (query.place() != null && !CurrentDesk.get().scope().contains(query.place())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (query.asksForANumber()) {
            next.addFlashAttribute("notice", Notice.warning(page.say("registry.export.number")));
            return "redirect:" + query.href();
        }
        Map<String, String> arguments = new HashMap<>(query.arguments());
        arguments.put(ElderExport.LANGUAGE, page.words().language().code());
        UUID job = transaction.execute(
                status -> jobs.start(ElderExport.KIND, Jobs.Title.of("registry.export.job"), arguments));
        return "redirect:/jobs/" + job;
    }
}
