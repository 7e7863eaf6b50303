package org.sangyu.registry.internal.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.registry.internal.intake.read.PersonDraft;
import org.sangyu.registry.internal.intake.read.Problem;
import org.sangyu.registry.internal.intake.read.RosterReader;
import org.sangyu.registry.internal.intake.read.RowOutcome;
import org.sangyu.registry.internal.intake.sheet.SheetRow;

/** Gathers the rows of a file into chunks; what lies before the checkpoint is read, but not protected nor written. */
final class Chunks {

    static final int SIZE = 5_000;

    private final RosterReader reader;
    private final StagedRow staged;
    private final int headerRow;
    private final int checkpoint;
    private final Taker taker;
    private final Set<String> withoutId = new HashSet<>();
    private final Map<String, Integer> inChunk = new HashMap<>();
    private CopyText copy = new CopyText();
    private int rows;
    private int skipped;
    private int hidden;
    private boolean again;
    private int lastRow;

    /** Takes finished chunks; may wait until there is room. */
    interface Taker {
        /** Takes the next chunk; false ends the reading. */
        boolean take(Chunk chunk);
    }

    Chunks(RosterReader reader, StagedRow staged, int headerRow, int checkpoint, Taker taker) {
        this.reader = reader;
        this.staged = staged;
        this.headerRow = headerRow;
        this.checkpoint = checkpoint;
        this.taker = taker;
    }

    /** Takes the next row of the file. */
    boolean take(SheetRow row) {
        if (row.number() <= headerRow) {
            return true;
        }
        RowOutcome outcome = reader.read(row);
        boolean before = row.number() <= checkpoint;
        switch (outcome) {
            case RowOutcome.Skipped skip -> {
                if (!before) {
                    skipped++;
                    lastRow = row.number();
                }
            }
            case RowOutcome.Refused refused -> {
                if (!before) {
                    staged.write(copy, refused);
                    count(row);
                }
            }
            case RowOutcome.Read(PersonDraft draft) -> {
                StagedRow.Mark mark = mark(draft);
                if (!before) {
                    staged.write(copy, draft, mark);
                    again |= mark.again();
                    count(row);
                }
            }
        }
        return rows < SIZE || flush();
    }

    /** Hands over what is left, also when that is only skipped rows. */
    void end() {
        if (rows > 0 || skipped > 0) {
            flush();
        }
    }

    private void count(SheetRow row) {
        rows++;
        hidden += row.hidden() ? 1 : 0;
        lastRow = row.number();
    }

    private boolean flush() {
        boolean more = taker.take(new Chunk(lastRow, rows, skipped, hidden, again, copy.toBytes()));
        copy = new CopyText();
        rows = 0;
        skipped = 0;
        hidden = 0;
        again = false;
        inChunk.clear();
        return more;
    }

    /** Somebody without ID number who stands in the file twice is not taken twice: a person looks at the second row. */
    private StagedRow.Mark mark(PersonDraft draft) {
        String id = draft.who().id() == null ? null : draft.who().id().value();
        if (id != null) {
            return new StagedRow.Mark("TAKEN", draft.remarks(), inChunk.putIfAbsent(id, draft.number()) != null);
        }
        String who = draft.who().name() + ' ' + day(draft.who().born());
        return withoutId.add(who)
                ? new StagedRow.Mark("TAKEN", draft.remarks(), false)
                : new StagedRow.Mark("PARKED", List.of(Problem.of(Heading.NAME, "namesake")), false);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
