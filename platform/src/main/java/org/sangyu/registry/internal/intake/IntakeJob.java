package org.sangyu.registry.internal.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.RegistryEvents;
import org.sangyu.registry.internal.intake.read.RosterReader;
import org.sangyu.registry.internal.intake.sheet.SheetFile;
import org.sangyu.registry.internal.intake.sheet.SheetLimits;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a file in the background: one thread reads and protects, this one copies and merges, chunk by chunk.
 *
 * <p>A chunk, its counts and its checkpoint are one transaction: after a crash the next chunk follows, none twice.
 */
@Component
class IntakeJob implements Jobs.Handler {

    static final String KIND = "import";
    static final String INTAKE = "intake";

    private final Intakes intakes;
    private final IntakeChunk chunks;
    private final Uploads uploads;
    private final FieldCipher cipher;
    private final TimeOrderedIds ids;
    private final RegistryEvents events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IntakeJob(
            Intakes intakes,
            IntakeChunk chunks,
            Uploads uploads,
            FieldCipher cipher,
            TimeOrderedIds ids,
            RegistryEvents events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.intakes = intakes;
        this.chunks = chunks;
        this.uploads = uploads;
        this.cipher = cipher;
        this.ids = ids;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        UUID id = UUID.fromString(run.arguments().getOrDefault(INTAKE, ""));
        Intake intake = intake(id);
        run.result("/imports/" + id);
        if (intake.state() != Intake.State.RUNNING) {
            return;
        }
        try {
            takeIn(intake, run);
            KillPoint.at("import.before-end");
            end(intake, Intake.State.DONE, null);
        } catch (SheetRefusedException e) {
            end(intake, Intake.State.REFUSED, new Intake.Why(e.reason(), e.arguments()));
        }
    }

    private Intake intake(UUID id) {
        return found(transaction.execute(
                status -> intakes.find(id, CurrentDesk.get().scope(), "").orElse(null)));
    }

    private static Intake found(@Nullable Intake intake) {
        if (intake == null) {
            throw new IllegalStateException("the import is not there any more");
        }
        return intake;
    }

    private void takeIn(Intake intake, Jobs.Run run) throws SheetRefusedException {
        String reached = run.checkpoint();
        int checkpoint = reached == null ? 0 : Integer.parseInt(reached);
        UUID earlier = transaction.execute(status -> intakes.findEarlier(intake).orElse(null));
        Path file = uploads.local(intake.file().sha256());
        try (ChunkFeed feed = new ChunkFeed(taker -> read(intake, file, checkpoint, taker))) {
            long done = 0;
            for (Chunk chunk = feed.next(); chunk != null; chunk = feed.next()) {
                Chunk next = chunk;
                transaction.executeWithoutResult(status -> {
                    chunks.take(intake, next, earlier);
                    KillPoint.at("import.before-checkpoint");
                    run.reached(String.valueOf(next.lastRow()));
                });
                KillPoint.at("import.after-chunk");
                done += chunk.rows();
                run.progress(done, 0);
            }
            run.progress(done, done);
        } catch (SheetRefusedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the import broke off", e);
        } finally {
            uploads.release(file);
        }
    }

    private void read(Intake intake, Path file, int checkpoint, Chunks.Taker taker) throws Exception {
        StagedRow staged = new StagedRow(cipher, ids, intake.place());
        try (SheetFile sheet = SheetFile.reopen(file, SheetLimits.shipped())) {
            RosterReader reader = new RosterReader(uploads.setup(intake, LocalDate.now(clock), sheet.countsFrom1904()));
            Chunks gathered = new Chunks(reader, staged, intake.file().headerRow(), checkpoint, taker);
            sheet.read(intake.file().sheet(), gathered::take);
            gathered.end();
        }
    }

    private void end(Intake intake, Intake.State state, Intake.@Nullable Why why) {
        transaction.executeWithoutResult(status -> {
            intakes.end(intake.id(), state, why);
            Intake.Counts counts = found(
                            intakes.find(intake.id(), CurrentDesk.get().scope(), "")
                                    .orElse(null))
                    .counts();
            audit.write(
                    "registry.import",
                    intake.id(),
                    intake.place(),
                    Map.of(
                            "file", intake.file().sha256(),
                            "rows", String.valueOf(counts.rows()),
                            "created", String.valueOf(counts.created()),
                            "changed", String.valueOf(counts.changed()),
                            "refused", String.valueOf(counts.refused()),
                            "parked", String.valueOf(counts.parked())));
            Instant begun = intake.at().begun();
            events.recorded(
                    intake.id(),
                    begun == null ? intake.at().uploaded() : begun,
                    "import",
                    intake.place(),
                    counts.created() + (long) counts.changed());
        });
    }
}
