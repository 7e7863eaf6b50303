package org.sangyu.registry.internal.intake;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.KillPoint;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes one chunk from COPY to counts, in the transaction of its checkpoint. */
@Component
class IntakeChunk {

    private final Staging staging;
    private final Merge merge;
    private final OpenedBooks books;
    private final ParkedRows parked;
    private final IntakeLines lines;
    private final Intakes intakes;
    private final Clock clock;

    IntakeChunk(
            Staging staging,
            Merge merge,
            OpenedBooks books,
            ParkedRows parked,
            IntakeLines lines,
            Intakes intakes,
            Clock clock) {
        this.staging = staging;
        this.merge = merge;
        this.books = books;
        this.parked = parked;
        this.lines = lines;
        this.intakes = intakes;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Intake intake, Chunk chunk, @Nullable UUID earlier) {
        staging.empty();
        if (chunk.rows() > 0) {
            staging.copy(chunk.copy());
            KillPoint.at("import.after-copy");
            decide(intake, chunk.again(), earlier);
            merge.run(said(intake));
            if (intake.template() == Intake.Template.ALREADY_RECEIVING) {
                books.open(intake);
            }
            parked.park(intake, earlier);
            lines.add(intake);
        }
        intakes.count(intake.id(), chunk.rows(), chunk.skipped(), chunk.hidden());
    }

    private void decide(Intake intake, boolean again, @Nullable UUID earlier) {
        staging.matchIds();
        if (earlier != null) {
            staging.matchEarlier(earlier);
        }
        staging.parkNamesakes(intake.place());
        staging.parkOtherNames(intake.source());
        staging.keepKnownVillages();
        staging.refuseWithoutPlace();
        if (again) {
            staging.followFirst();
        }
    }

    Merge.Said said(Intake intake) {
        return new Merge.Said(
                intake.source(),
                intake.file().sha256(),
                intake.id(),
                intake.by().account(),
                clock.instant());
    }
}
