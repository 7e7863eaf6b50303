package org.sangyu.registry.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.regions.VillageNames.Named;
import org.sangyu.registry.internal.intake.Intake.Source;
import org.sangyu.registry.internal.intake.Intake.Template;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.registry.internal.intake.read.Headings;
import org.sangyu.registry.internal.intake.read.RosterReader;
import org.sangyu.registry.internal.intake.read.VillageLocator;
import org.sangyu.registry.internal.intake.sheet.SheetFile;
import org.sangyu.registry.internal.intake.sheet.SheetLimits;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.registry.internal.intake.sheet.SheetRow;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a file that a clerk hands in to an import that runs. */
@Component
public class Uploads {

    private static final int MOST_COUNTIES = 500;

    private final org.sangyu.shared.Files files;
    private final LocalCopies copies;
    private final Intakes intakes;
    private final OpenedBooks books;
    private final Regions regions;
    private final Jobs jobs;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Uploads(
            org.sangyu.shared.Files files,
            LocalCopies copies,
            Intakes intakes,
            OpenedBooks books,
            Regions regions,
            Jobs jobs,
            TimeOrderedIds ids,
            Clock clock) {
        this.files = files;
        this.copies = copies;
        this.intakes = intakes;
        this.books = books;
        this.regions = regions;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives a file's bytes once. */
    public interface Content {
        /** Opens them. */
        InputStream open() throws IOException;
    }

    /**
     * What a sheet looks like.
     *
     * @param sheets all sheets of the file
     * @param found the headings recognised, or null when none stand in the first rows
     * @param sample the first rows below the headings, or the first of all
     */
    public record Preview(List<SheetFile.SheetInfo> sheets, Headings.@Nullable Found found, List<SheetRow> sample) {}

    /**
     * Stores a file and looks for its table.
     *
     * @return the id under which the import waits for its start
     * @throws SheetRefusedException when it is no table
     */
    @Transactional
    public UUID upload(String name, Template template, Deliverer deliverer, Content content)
            throws SheetRefusedException {
        Path file = copies.of(content::open);
        try {
            return store(name, template, deliverer, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            copies.release(file);
        }
    }

    private UUID store(String name, Template template, Deliverer deliverer, Path file)
            throws IOException, SheetRefusedException {
        Source source;
        try (SheetFile sheets = SheetFile.open(file, SheetLimits.shipped())) {
            source = source(sheets, firstWithHeadings(sheets), "", name);
        }
        return add(files.store(name, mediaType(name), out -> Files.copy(file, out)), template, deliverer, source)
                .id();
    }

    /** Makes an import of a file that is stored already, with its columns as the headings say. */
    Intake register(org.sangyu.shared.Files.Stored stored, Template template) throws SheetRefusedException {
        Path file = local(stored.sha256());
        try (SheetFile sheets = SheetFile.open(file, SheetLimits.shipped())) {
            return add(
                    stored,
                    template,
                    Deliverer.OFFICE,
                    source(sheets, firstWithHeadings(sheets), stored.sha256(), stored.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release(file);
        }
    }

    private Intake add(org.sangyu.shared.Files.Stored stored, Template template, Deliverer deliverer, Source source) {
        Desk desk = CurrentDesk.get();
        Intake intake = new Intake(
                ids.next(),
                desk.place(),
                template,
                new Source(
                        stored.sha256(),
                        stored.name(),
                        source.sheet(),
                        source.headerRow(),
                        source.columns(),
                        source.titles()),
                Intake.State.UPLOADED,
                new Intake.By(desk.account(), desk.name(), deliverer),
                new Intake.At(clock.instant(), null, null),
                null,
                new Intake.Counts(0, 0, 0, 0, 0, 0, 0, 0),
                null);
        intakes.add(intake);
        return intake;
    }

    /** The background job of a started import. */
    UUID jobOf(Intake intake) {
        return java.util.Objects.requireNonNull(intakes.get(intake.id()).job());
    }

    /** The first visible sheet with headings, else the first visible one, else the first. */
    private static int firstWithHeadings(SheetFile file) throws IOException, SheetRefusedException {
        int first = -1;
        for (SheetFile.SheetInfo sheet : file.sheets()) {
            if (!sheet.hidden()) {
                first = first < 0 ? sheet.index() : first;
                if (Headings.find(top(file, sheet.index())).isPresent()) {
                    return sheet.index();
                }
            }
        }
        return Math.max(first, 0);
    }

    private static Source source(SheetFile file, int sheet, String sha, String name)
            throws IOException, SheetRefusedException {
        Optional<Headings.Found> found = Headings.find(top(file, sheet));
        Map<Heading, Integer> columns = new EnumMap<>(Heading.class);
        List<String> titles = new ArrayList<>();
        found.ifPresent(headings -> {
            for (int i = 0; i < headings.columns().size(); i++) {
                int column = i;
                headings.columns()
                        .get(i)
                        .filter(heading -> heading != Heading.IGNORED)
                        .ifPresent(heading -> columns.put(heading, column));
            }
            titles.addAll(headings.titles());
        });
        return new Source(sha, name, sheet, found.map(Headings.Found::row).orElse(0), columns, titles);
    }

    private static List<SheetRow> top(SheetFile file, int sheet) throws IOException, SheetRefusedException {
        List<SheetRow> rows = new ArrayList<>();
        file.read(sheet, row -> {
            rows.add(row);
            return rows.size() < Headings.lookAt();
        });
        return rows;
    }

    /** What the chosen sheet of an import looks like. */
    public Preview preview(Intake intake) throws SheetRefusedException {
        Path file = local(intake.file().sha256());
        try (SheetFile sheets = SheetFile.reopen(file, SheetLimits.shipped())) {
            List<SheetRow> top = top(sheets, intake.file().sheet());
            int header = intake.file().headerRow();
            List<SheetRow> sample = top.stream()
                    .filter(row -> row.number() > header && !row.isBlank())
                    .toList();
            return new Preview(sheets.sheets(), Headings.find(top).orElse(null), sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release(file);
        }
    }

    /** Turns to another sheet, whose headings are then looked for. */
    @Transactional
    public void chooseSheet(Intake intake, int sheet) throws SheetRefusedException {
        Path file = local(intake.file().sha256());
        try (SheetFile sheets = SheetFile.reopen(file, SheetLimits.shipped())) {
            Source source =
                    source(sheets, sheet, intake.file().sha256(), intake.file().name());
            intakes.choose(intake.id(), intake.template(), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release(file);
        }
    }

    /**
     * Starts an import with the columns as the clerk left them.
     *
     * @param columns what each heading's column is; names must be among them, and ID numbers or birth days
     * @return the reasons why it cannot start, none when it runs
     */
    @Transactional
    public List<String> start(Intake intake, Template template, Map<Heading, Integer> columns) {
        List<String> missing = missing(intake, template, columns);
        if (!missing.isEmpty()) {
            return missing;
        }
        Source file = intake.file();
        intakes.choose(
                intake.id(),
                template,
                new Source(file.sha256(), file.name(), file.sheet(), file.headerRow(), columns, file.titles()));
        if (intakes.begin(intake.id())) {
            UUID job = jobs.start(
                    IntakeJob.KIND,
                    new Jobs.Title("intake.job", List.of(file.name())),
                    Map.of(IntakeJob.INTAKE, intake.id().toString()));
            intakes.belongsTo(intake.id(), job);
        }
        return List.of();
    }

    /** The import as a form left it, so that nothing chosen is lost when it cannot start. */
    public Intake withColumns(Intake intake, Template template, Map<Heading, Integer> columns) {
        Source file = intake.file();
        return new Intake(
                intake.id(),
                intake.place(),
                template,
                new Source(file.sha256(), file.name(), file.sheet(), file.headerRow(), columns, file.titles()),
                intake.state(),
                intake.by(),
                intake.at(),
                intake.job(),
                intake.counts(),
                intake.why());
    }

    private List<String> missing(Intake intake, Template template, Map<Heading, Integer> columns) {
        List<String> missing = new ArrayList<>();
        if (!columns.containsKey(Heading.NAME)) {
            missing.add("name");
        }
        if (!columns.containsKey(Heading.ID_NUMBER) && !columns.containsKey(Heading.BORN)) {
            missing.add("idOrBirth");
        }
        if (template == Template.ALREADY_RECEIVING) {
            if (!intake.by().deliverer().department().isEmpty()
                    || books.benefits(intake.place()).isEmpty()) {
                missing.add("noBooks");
            }
            if (!columns.keySet().containsAll(List.of(Heading.BENEFIT, Heading.AMOUNT, Heading.PAID_UP_TO))) {
                missing.add("opening");
            }
        }
        return missing;
    }

    /** How the rows of an import are read. */
    RosterReader.Setup setup(Intake intake, LocalDate today, boolean from1904) {
        Map<String, String> benefits = intake.template() == Template.ALREADY_RECEIVING
                ? books.benefits(intake.place()).orElse(Map.of())
                : null;
        return new RosterReader.Setup(
                intake.file().columns(), locator(intake.place()), intake.place(), today, from1904, benefits);
    }

    private VillageLocator locator(Place desk) {
        List<Named> counties;
        if (desk.level().compareTo(PlaceLevel.COUNTY) >= 0) {
            Place county = desk.at(PlaceLevel.COUNTY);
            counties = List.of(new Named(county, name(county)));
        } else {
            counties = regions.children(desk, 0, MOST_COUNTIES).stream()
                    .filter(info -> info.place().level() == PlaceLevel.COUNTY)
                    .map(Uploads::named)
                    .toList();
        }
        return new VillageLocator(new VillageLocator.Setup(desk, counties, regions::villages, this::name));
    }

    private static Named named(PlaceInfo info) {
        return new Named(info.place(), info.name());
    }

    private String name(Place place) {
        return regions.names(List.of(place)).getOrDefault(place, place.path());
    }

    /** The bytes of a file on this machine's disk; hand it back to {@link #release}. */
    Path local(String sha256) {
        return copies.of(() -> files.open(sha256));
    }

    void release(Path file) {
        copies.release(file);
    }

    private static String mediaType(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx")
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "text/csv";
    }
}
