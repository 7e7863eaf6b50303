package org.sangyu.registry.internal.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What pages read about imports, inside the scope of the current desk. */
@Component
@Transactional(readOnly = true)
public class IntakeBoard {

    private final Intakes intakes;
    private final IntakeLines lines;
    private final ParkedRows parked;
    private final OpenedBooks books;
    private final Registry registry;

    IntakeBoard(Intakes intakes, IntakeLines lines, ParkedRows parked, OpenedBooks books, Registry registry) {
        this.intakes = intakes;
        this.lines = lines;
        this.parked = parked;
        this.books = books;
        this.registry = registry;
    }

    /** One import. */
    public Optional<Intake> find(UUID id) {
        return intakes.find(id, scope(), CurrentDesk.get().department());
    }

    /** Imports, newest first. */
    public List<Intake> list(int offset, int limit) {
        return intakes.list(scope(), CurrentDesk.get().department(), offset, limit);
    }

    /** Rows of one kind in the order of the file, after a row number. */
    public List<IntakeLine> lines(UUID intake, IntakeLine.Kind kind, int after, int limit) {
        List<IntakeLine> found = lines.list(intake, scope(), kind, new IntakeLine.Window(after, limit));
        return isDepartment() ? found.stream().map(IntakeLine::forDepartment).toList() : found;
    }

    /** Rows that wait for a person, for one reason or any, by place and age. */
    public List<ParkedRow> parked(ParkedRow.@Nullable Reason reason, int offset, int limit) {
        return parked.list(scope(), reason, offset, limit);
    }

    /** How many wait for each reason; reasons for which nobody waits are left out. */
    public Map<ParkedRow.Reason, Long> parkedByReason() {
        return parked.byReason(scope());
    }

    /** One waiting or decided row. */
    public Optional<ParkedRow> findParked(UUID id) {
        return parked.find(id, scope());
    }

    /** How many rows wait; one more than the limit stands for more. */
    public long countParked(int limit) {
        return parked.count(scope(), limit);
    }

    /** How many people of one import stand at their township because their village was not found; stops like counts. */
    public long withoutVillage(UUID intake) {
        return parked.withoutVillage(intake, scope(), Registry.COUNT_STOP);
    }

    /** People behind rows. */
    public Map<ElderId, ElderSummary> people(Collection<ElderId> elders) {
        return registry.summaries(elders, scope());
    }

    /** Whether people who are paid already can be taken in here. */
    public boolean opensBooks() {
        return !isDepartment() && books.benefits(CurrentDesk.get().place()).isPresent();
    }

    private static boolean isDepartment() {
        return !CurrentDesk.get().department().isEmpty();
    }

    private static Scope scope() {
        return CurrentDesk.get().scope();
    }
}
