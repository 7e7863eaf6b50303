package org.sangyu.registry.internal.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.read.CellText;
import org.sangyu.registry.internal.intake.sheet.SheetFile;
import org.sangyu.registry.internal.intake.sheet.SheetLimits;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.registry.internal.intake.sheet.SheetRow;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.HandedOut;
import org.sangyu.shared.ListTaken;
import org.sangyu.ui.Watermark;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clerk's own table with two more columns: what came of each row, and why; mended, it is taken in again.
 *
 * <p>Every cell is written as text, so that no number is rounded again and nothing typed is run as a formula. Streamed.
 */
@Component
public class AnswerFile {

    private static final int FLUSH_EVERY = 1_000;
    private static final double RESULT_WIDTH = 12;
    private static final double REASON_WIDTH = 60;
    private static final String REFUSED_FILL = "FCEBEC";
    private static final String PARKED_FILL = "FDF1DC";
    private static final Set<String> ANSWERS = Set.of("结果", "原因", "Result", "Reason");

    private final Uploads uploads;
    private final IntakeLines lines;
    private final HandedOut handedOut;
    private final Watermark watermark;

    AnswerFile(Uploads uploads, IntakeLines lines, HandedOut handedOut, Watermark watermark) {
        this.uploads = uploads;
        this.lines = lines;
        this.handedOut = handedOut;
        this.watermark = watermark;
    }

    /** Writes down that the table of an import is taken, and whoever of the register stands in it. */
    @Transactional
    public void take(Intake intake) {
        ListTaken.People people = new ListTaken.People();
        lines.people(intake.id(), CurrentDesk.get().scope()).forEach(people::add);
        handedOut.list("registry.import.answer", Map.of("import", intake.id().toString()), people);
    }

    /**
     * Writes the table of a finished import.
     *
     * @param onlyOpen true for the rows that were sent back or wait, false for all
     */
    @Transactional(readOnly = true)
    public void write(Intake intake, boolean onlyOpen, Words words, OutputStream out) {
        Path file = uploads.local(intake.file().sha256());
        try (SheetFile source = SheetFile.reopen(file, SheetLimits.shipped());
                Stream<IntakeLine> outcomes =
                        lines.stream(intake.id(), CurrentDesk.get().scope());
                Workbook book = new Workbook(out, "Sangyu", "1.0")) {
            Worksheet sheet = book.newWorksheet(words.say("intake.answer.sheet"));
            watermark.on(sheet, words);
            Writing writing = new Writing(intake, onlyOpen, words, sheet, answered(outcomes), source.countsFrom1904());
            source.read(intake.file().sheet(), writing::take);
            sheet.finish();
        } catch (SheetRefusedException e) {
            // What was read before the limit is answered; the page says why the rest was not.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            uploads.release(file);
        }
    }

    private static Iterator<IntakeLine> answered(Stream<IntakeLine> outcomes) {
        boolean department = !CurrentDesk.get().department().isEmpty();
        return (department ? outcomes.map(IntakeLine::forDepartment) : outcomes).iterator();
    }

    /** One table while it is written. */
    private static final class Writing {

        private final Intake intake;
        private final boolean onlyOpen;
        private final Words words;
        private final Worksheet sheet;
        private final Iterator<IntakeLine> outcomes;
        private final CellText cells;
        private final int answerColumn;
        private @Nullable IntakeLine next;
        private int written;

        Writing(
                Intake intake,
                boolean onlyOpen,
                Words words,
                Worksheet sheet,
                Iterator<IntakeLine> outcomes,
                boolean from1904) {
            this.intake = intake;
            this.onlyOpen = onlyOpen;
            this.words = words;
            this.sheet = sheet;
            this.outcomes = outcomes;
            this.cells = new CellText(intake.file().columns(), from1904);
            this.answerColumn = answerColumn(intake.file().titles());
            this.next = advance();
        }

        /** Where an earlier answer stands, else behind the last heading. */
        private static int answerColumn(List<String> titles) {
            for (int i = 0; i + 1 < titles.size(); i++) {
                if (ANSWERS.contains(titles.get(i)) && ANSWERS.contains(titles.get(i + 1))) {
                    return i;
                }
            }
            return titles.size();
        }

        boolean take(SheetRow row) {
            int header = intake.file().headerRow();
            if (row.number() <= header) {
                copy(row);
                if (row.number() == header) {
                    answer(words.say("intake.answer.result"), words.say("intake.answer.reason"), null);
                    sheet.range(written, 0, written, answerColumn + 1)
                            .style()
                            .bold()
                            .set();
                    sheet.freezePane(0, written + 1);
                    sheet.width(answerColumn, RESULT_WIDTH);
                    sheet.width(answerColumn + 1, REASON_WIDTH);
                }
                end();
                return true;
            }
            IntakeLine line = outcomeOf(row);
            if (line != null && !(onlyOpen && line.outcome() == IntakeLine.Outcome.TAKEN)) {
                copy(row);
                answer(words.say("intake.answer." + line.outcome()), Sentences.of(line.problems(), words), line);
                end();
            }
            return true;
        }

        private @Nullable IntakeLine outcomeOf(SheetRow row) {
            while (next != null && next.number() < row.number()) {
                next = advance();
            }
            return next != null && next.number() == row.number() ? next : null;
        }

        private @Nullable IntakeLine advance() {
            return outcomes.hasNext() ? outcomes.next() : null;
        }

        private void copy(SheetRow row) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cell(i).isBlank()) {
                    sheet.value(written, i, cells.of(i, row.cell(i)));
                    sheet.style(written, i).format("@").set();
                }
            }
        }

        private void answer(String result, String reason, @Nullable IntakeLine line) {
            sheet.value(written, answerColumn, result);
            sheet.value(written, answerColumn + 1, reason);
            if (line != null && line.outcome() != IntakeLine.Outcome.TAKEN) {
                sheet.range(written, answerColumn, written, answerColumn + 1)
                        .style()
                        .fillColor(line.outcome() == IntakeLine.Outcome.REFUSED ? REFUSED_FILL : PARKED_FILL)
                        .set();
            }
        }

        private void end() {
            written++;
            if (written % FLUSH_EVERY == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
