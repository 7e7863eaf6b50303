package org.sangyu.registry.internal.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sangyu.registry.internal.intake.read.Headings;
import org.sangyu.registry.internal.intake.read.SaidReader;
import org.sangyu.registry.internal.intake.read.SaidReader.Columns;
import org.sangyu.registry.internal.intake.sheet.SheetFile;
import org.sangyu.registry.internal.intake.sheet.SheetLimits;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.registry.internal.intake.sheet.SheetRow;

/** The table in a list that was handed in: the first visible sheet with names and ID numbers or birth days. */
final class ListFile {

    private ListFile() {}

    /** @throws SheetRefusedException when it is no table, or holds no such columns */
    static void check(Path file) throws SheetRefusedException {
        try (SheetFile sheets = SheetFile.open(file, SheetLimits.shipped())) {
            table(sheets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the rows in order until the taker has enough. */
    static void read(Path file, java.time.LocalDate today, Predicate<SaidReader.Said> taker)
            throws SheetRefusedException {
        try (SheetFile sheets = SheetFile.reopen(file, SheetLimits.shipped())) {
            Table table = table(sheets);
            SaidReader reader = new SaidReader(table.columns(), sheets.countsFrom1904(), today);
            sheets.read(table.sheet(), row -> reader.read(row).map(taker::test).orElse(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(int sheet, Columns columns) {}

    private static Table table(SheetFile sheets) throws IOException, SheetRefusedException {
        for (SheetFile.SheetInfo sheet : sheets.sheets()) {
            if (!sheet.hidden()) {
                List<SheetRow> top = new ArrayList<>();
                sheets.read(sheet.index(), row -> {
                    top.add(row);
                    return top.size() < Headings.lookAt();
                });
                Optional<Columns> found = Columns.find(top);
                if (found.isPresent()) {
                    return new Table(sheet.index(), found.get());
                }
            }
        }
        throw SheetRefusedException.because("noPeople");
    }
}
