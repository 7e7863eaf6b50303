package org.sangyu.registry.internal.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.RegistryEvents;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides a waiting row by hand: its village, the same person, another person, or not taken. */
@Component
public class ParkedDecisions {

    private final ParkedRows parked;
    private final Intakes intakes;
    private final IntakeLines lines;
    private final Staging staging;
    private final Merge merge;
    private final OpenedBooks books;
    private final RegistryEvents events;
    private final Audit audit;
    private final Clock clock;

    ParkedDecisions(
            ParkedRows parked,
            Intakes intakes,
            IntakeLines lines,
            Staging staging,
            Merge merge,
            OpenedBooks books,
            RegistryEvents events,
            Audit audit,
            Clock clock) {
        this.parked = parked;
        this.intakes = intakes;
        this.lines = lines;
        this.staging = staging;
        this.merge = merge;
        this.books = books;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody chose: a village for {@code VILLAGE}, one of the candidates for {@code SAME}. */
    public record Choice(
            ParkedRow.Decision decision,
            @Nullable Place village,
            @Nullable ElderId same) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** Done; the person's record, or null when the row was dropped. */
        record Done(@Nullable ElderId elder) implements Outcome {}

        /** Somebody decided it before. */
        record AlreadyDecided(ParkedRow.Decided decided) implements Outcome {}

        /** The choice does not fit the row, for example a village outside its township. */
        record NotPossible() implements Outcome {}

        /** No such row in the scope. */
        record NotFound() implements Outcome {}
    }

    /** Decides one row. */
    @Transactional
    public Outcome decide(UUID id, Choice choice) {
        Desk desk = CurrentDesk.get();
        Optional<ParkedRow> found = parked.find(id, desk.scope());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        ParkedRow row = found.get();
        ParkedRow.Decided decided = row.decided();
        if (decided != null) {
            return new Outcome.AlreadyDecided(decided);
        }
        if (!fits(row, choice)) {
            return new Outcome.NotPossible();
        }
        if (!parked.decide(id, choice.decision(), desk.name())) {
            return decide(id, choice);
        }
        ElderId elder = choice.decision() == ParkedRow.Decision.DROPPED ? row.elder() : take(row, choice, desk);
        settle(row, choice, elder, desk);
        return new Outcome.Done(elder);
    }

    /** Which decisions a row allows. */
    public static java.util.List<ParkedRow.Decision> possible(ParkedRow.Reason reason) {
        return switch (reason) {
            case VILLAGE -> java.util.List.of(ParkedRow.Decision.VILLAGE);
            case NAMESAKE ->
                java.util.List.of(ParkedRow.Decision.SAME, ParkedRow.Decision.NEW, ParkedRow.Decision.DROPPED);
            case NAME_DIFFERS -> java.util.List.of(ParkedRow.Decision.SAME, ParkedRow.Decision.DROPPED);
            case ELSEWHERE, DEAD -> java.util.List.of(ParkedRow.Decision.DROPPED);
        };
    }

    private static boolean fits(ParkedRow row, Choice choice) {
        if (!possible(row.reason()).contains(choice.decision())) {
            return false;
        }
        return switch (choice.decision()) {
            case VILLAGE -> {
                Place village = choice.village();
                Place township = row.township();
                yield village != null
                        && township != null
                        && village.level() == PlaceLevel.VILLAGE
                        && township.contains(village);
            }
            case SAME -> choice.same() != null && row.candidates().contains(choice.same());
            case NEW, DROPPED -> true;
        };
    }

    private ElderId take(ParkedRow row, Choice choice, Desk desk) {
        ElderId same = choice.decision() == ParkedRow.Decision.VILLAGE ? row.elder() : choice.same();
        Instant now = clock.instant();
        staging.empty();
        parked.stage(row.id(), same, choice.village());
        merge.run(new Merge.Said(row.ground().source(), row.ground().evidence(), row.intake(), desk.account(), now));
        if (row.reason() != ParkedRow.Reason.VILLAGE) {
            books.open(intakes.get(row.intake()));
        }
        ElderId elder = staging.onlyElder();
        events.recorded(row.id(), now, "import", desk.place(), 1);
        return elder;
    }

    private void settle(ParkedRow row, Choice choice, @Nullable ElderId elder, Desk desk) {
        if (row.reason() != ParkedRow.Reason.VILLAGE) {
            boolean taken = choice.decision() != ParkedRow.Decision.DROPPED;
            lines.settle(
                    row.intake(),
                    row.number(),
                    taken ? IntakeLine.Outcome.TAKEN : IntakeLine.Outcome.REFUSED,
                    elder == null ? null : elder.value());
            intakes.settle(row.intake(), taken);
        }
        audit.write(
                "registry.import.decide",
                elder == null ? row.id() : elder.value(),
                desk.place(),
                Map.of(
                        "decision", choice.decision().name(),
                        "reason", row.reason().name(),
                        "import", row.intake().toString(),
                        "row", String.valueOf(row.number())));
    }
}
