package org.sangyu.demo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.sangyu.demo.TrialFiles;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.PlaceLevel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Files to try the import with, made for the desk's own county; only in a demonstration. */
@Controller
class DemoPages {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TrialFiles files;

    DemoPages(TrialFiles files) {
        this.files = files;
    }

    @GetMapping("/demo/roster.xlsx")
    void roster(HttpServletResponse response) throws IOException {
        head(response, "试用花名册.xlsx");
        files.writeRoster(CurrentDesk.get().place().at(PlaceLevel.COUNTY), response.getOutputStream());
    }

    @GetMapping("/demo/receiving.xlsx")
    void receiving(HttpServletResponse response) throws IOException {
        head(response, "试用已在发放名单.xlsx");
        files.writeReceiving(CurrentDesk.get().place().at(PlaceLevel.COUNTY), response.getOutputStream());
    }

    private void head(HttpServletResponse response, String name) {
        PlaceLevel level = CurrentDesk.get().place().level();
        if (!files.areOffered() || level.compareTo(PlaceLevel.COUNTY) < 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType(EXCEL);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }
}
