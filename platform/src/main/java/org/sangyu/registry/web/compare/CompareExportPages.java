package org.sangyu.registry.web.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.compare.Compared;
import org.sangyu.registry.internal.compare.ComparedLists;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Jobs;
import org.sangyu.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Sends rows of a list, or what is to be checked, into a workbook in the background. */
@Controller
class CompareExportPages {

    private final ComparedLists lists;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    CompareExportPages(ComparedLists lists, Jobs jobs, TransactionTemplate transaction) {
        this.lists = lists;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    @PostMapping("/comparisons/export")
    String export(
            @RequestParam(required = false) @Nullable UUID list,
            @RequestParam(required = false) @Nullable String outcome,
            @ModelAttribute("page") Page page) {
        if (list != null && lists.head(list, CurrentDesk.get().scope()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Compared.Outcome only = CompareExport.outcome(outcome);
        Map<String, String> arguments = new HashMap<>();
        arguments.put(CompareExport.LIST, list == null ? "" : list.toString());
        arguments.put(CompareExport.OUTCOME, only == null ? "" : only.name());
        arguments.put(CompareExport.LANGUAGE, page.words().language().code());
        UUID job = transaction.execute(
                status -> jobs.start(CompareExport.KIND, Jobs.Title.of("compare.export.job"), arguments));
        return "redirect:/jobs/" + job;
    }
}
