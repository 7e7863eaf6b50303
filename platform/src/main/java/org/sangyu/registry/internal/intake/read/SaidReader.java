package org.sangyu.registry.internal.intake.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.internal.intake.sheet.SheetRow;

/** Reads what a list of another department says of each person: who, and the day. */
public final class SaidReader {

    private static final Set<String> DAY_TITLES =
            Set.of(Lexicon.read("said").getOrDefault("DAY", "").split(","));

    private final Columns columns;
    private final DayReader days;
    private final LocalDate today;

    /**
     * Where what stands.
     *
     * @param headings number of the last row of headings
     * @param name column of the name
     * @param id column of the ID number, or -1
     * @param born column of the birth day, or -1
     * @param day column of the day the list speaks of, or -1
     */
    public record Columns(int headings, int name, int id, int born, int day) {

        /** The columns of a list, or empty when there is no name or neither ID number nor birth day. */
        public static Optional<Columns> find(List<SheetRow> top) {
            return Headings.find(top)
                    .map(Columns::of)
                    .filter(found -> found.name() >= 0 && (found.id() >= 0 || found.born() >= 0));
        }

        private static Columns of(Headings.Found found) {
            return new Columns(
                    found.row(),
                    column(found, Heading.NAME),
                    column(found, Heading.ID_NUMBER),
                    column(found, Heading.BORN),
                    dayColumn(found.titles()));
        }

        private static int column(Headings.Found found, Heading heading) {
            return found.columns().indexOf(Optional.of(heading));
        }

        private static int dayColumn(List<String> titles) {
            for (int i = 0; i < titles.size(); i++) {
                if (DAY_TITLES.contains(Lexicon.key(titles.get(i)))) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * What a row says.
     *
     * @param number in the file
     * @param why last part of the words key {@code intake.why.<why>} when the row cannot be read, or null
     * @param arguments of that sentence
     */
    public record Said(
            int number,
            String name,
            @Nullable IdNumber id,
            @Nullable LocalDate born,
            @Nullable LocalDate on,
            @Nullable String why,
            List<String> arguments) {}

    /** A reader for one file. */
    public SaidReader(Columns columns, boolean from1904, LocalDate today) {
        this.columns = columns;
        this.days = new DayReader(from1904);
        this.today = today;
    }

    /** What the row says; empty for headings, blank rows and totals. */
    public Optional<Said> read(SheetRow row) {
        String shown = Typed.text(row.cell(columns.name()));
        boolean nobody = shown.isEmpty() && row.cell(columns.id()).isBlank();
        if (row.number() <= columns.headings() || row.isBlank() || nobody || shown.startsWith("示例")) {
            return Optional.empty();
        }
        Reading<String> name = Plain.name(row.cell(columns.name()));
        Reading<IdNumber> id = IdReader.read(row.cell(columns.id()));
        Reading<LocalDate> born = days.day(row.cell(columns.born()));
        Reading<LocalDate> on = days.day(row.cell(columns.day()));
        IdNumber number = id.orNull();
        LocalDate birth = number == null ? born.orNull() : number.born();
        Reading<LocalDate> future = on.orNull() != null && on.orNull().isAfter(today)
                ? Reading.wrong("saidFuture", on.orNull().toString())
                : Reading.blank();
        Reading<LocalDate> unknown =
                number == null && birth == null ? Reading.wrong("idAndBirthMissing") : Reading.blank();
        for (Reading<?> each : List.of(name, id, number == null ? born : Reading.blank(), on, future, unknown)) {
            if (each instanceof Reading.Wrong<?>(String why, List<String> arguments)) {
                return Optional.of(new Said(row.number(), cut(shown), null, null, null, why, arguments));
            }
        }
        return Optional.of(new Said(
                row.number(),
                cut(name.orNull() == null ? shown : name.orNull()),
                number,
                birth,
                on.orNull(),
                null,
                List.of()));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 50));
    }
}
