package org.sangyu.ui;

import java.time.Clock;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.NewestSeal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says in a workbook of people who took it out, when, and how far the ledger was sealed: as a note on its first cell, and
 * printed below every page.
 */
@Component
public class Watermark {

    private final ObjectProvider<NewestSeal> seal;
    private final Clock clock;

    Watermark(ObjectProvider<NewestSeal> seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** Puts it on a sheet of the current desk. */
    public void on(Worksheet sheet, Words words) {
        Desk desk = CurrentDesk.get();
        String root = seal.stream().findFirst().map(NewestSeal::text).orElse("");
        String who = words.say("ui.watermark", desk.name(), desk.account(), Formats.instant(clock.instant()));
        sheet.comment(0, 0, root.isEmpty() ? who : who + "\n" + words.say("ui.watermark.seal", root));
        sheet.footer(who, Position.LEFT, 8);
        sheet.footer("&P / &N", Position.RIGHT, 8);
    }
}
