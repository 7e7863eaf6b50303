package org.sangyu.registry.internal.compare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.AnsweredBy;
import org.sangyu.registry.CheckSettings;
import org.sangyu.registry.Comparisons.Kind;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactChange;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.HitAnswered;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.registry.Period;
import org.sangyu.registry.Registry;
import org.sangyu.registry.internal.compare.ComparedLists.Done;
import org.sangyu.registry.internal.compare.ComparedLists.Finding;
import org.sangyu.registry.internal.compare.ComparedLists.Given;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Answers open checks: who looked says whether the list is right; what is right becomes a fact from the list's source. */
@Component
class Answers {

    private static final Set<Role> LOOK = EnumSet.of(Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY_CLERK);

    private final ListRows lists;
    private final ComparedRows rows;
    private final MatchRows matches;
    private final SeenRows seen;
    private final Registry registry;
    private final ObjectProvider<CheckSettings> settings;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Answers(
            ListRows lists,
            ComparedRows rows,
            MatchRows matches,
            SeenRows seen,
            Registry registry,
            ObjectProvider<CheckSettings> settings,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.matches = matches;
        this.seen = seen;
        this.registry = registry;
        this.settings = settings;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Done answer(Given given, Finding finding) {
        boolean right = finding.right();
        Desk desk = CurrentDesk.get();
        Optional<Compared> found = open(given, desk);
        if (found.isEmpty()) {
            return Done.STALE;
        }
        Compared row = found.get();
        ElderId elder = row.elder();
        boolean countyOnly = row.outcome() == Compared.Outcome.CONFLICT;
        if (elder == null || !LOOK.contains(desk.role()) || countyOnly && desk.role() != Role.COUNTY_CLERK) {
            return Done.NOT_YOURS;
        }
        LocalDate of = finding.day() == null ? row.said().on() : finding.day();
        if (right && row.list().kind() != Kind.SEEN) {
            Done recorded = record(row, elder, of, desk);
            if (recorded != Done.DONE) {
                return recorded;
            }
        }
        rows.answer(row, right ? Compared.State.RIGHT : Compared.State.WRONG, finding.note(), desk);
        if (!right && row.list().kind() != Kind.SEEN && !countyOnly) {
            seen.seen(List.of(elder), LocalDate.now(clock), desk.name(), desk);
        }
        tell(row, elder, new Finding(right, right ? of : null, finding.note()), desk);
        return Done.DONE;
    }

    private Optional<Compared> open(Given given, Desk desk) {
        return rows.rowForChange(given.comparison(), given.row(), desk.scope())
                .filter(row -> row.version() == given.version() && row.state() == Compared.State.OPEN);
    }

    /** The fact stands under the list's source with the file as its evidence. */
    private Done record(Compared row, ElderId elder, @Nullable LocalDate day, Desk desk) {
        Optional<ElderSummary> person = registry.find(elder, desk.scope());
        if (person.isEmpty()) {
            return Done.STALE;
        }
        if (day == null) {
            return Done.IMPOSSIBLE;
        }
        FactContent.LifeKind life =
                row.list().kind() == Kind.DEATHS ? FactContent.LifeKind.DIED : FactContent.LifeKind.MOVED_OUT;
        FactChange change = registry.record(
                elder,
                person.get().version(),
                new NewFact(
                        new FactContent.Life(life),
                        Period.from(day),
                        row.list().source().name(),
                        lists.get(row.comparison(), desk.scope()).sha256()));
        return switch (change) {
            case FactChange.Done done -> Done.DONE;
            case FactChange.SameStart same -> Done.DONE;
            case FactChange.ImpossibleDay never -> Done.IMPOSSIBLE;
            default -> Done.STALE;
        };
    }

    private void tell(Compared row, ElderId elder, Finding said, Desk desk) {
        Place county = row.place().at(PlaceLevel.COUNTY);
        audit.write(
                "registry.compare.answer",
                elder.value(),
                row.place(),
                Map.of("list", row.comparison().toString(), "right", String.valueOf(said.right())));
        AnsweredBy by = new AnsweredBy(desk.account(), desk.name(), desk.role());
        List<UUID> about = said.right() ? List.of(row.comparison()) : rows.settled(elder, desk.scope());
        for (UUID list : about) {
            events.publishEvent(new HitAnswered(
                    list, row.row(), elder, county, row.list().kind(), said.right(), said.day(), said.note(), by));
        }
    }

    Done match(Given given, @Nullable ElderId elder) {
        Desk desk = CurrentDesk.get();
        Optional<Compared> found = open(given, desk);
        if (found.isEmpty()) {
            return Done.STALE;
        }
        Compared row = found.get();
        if (row.outcome() != Compared.Outcome.ALIKE
                || desk.role() != Role.COUNTY_CLERK
                || elder != null && !row.candidates().contains(elder)) {
            return Done.NOT_YOURS;
        }
        ListRows.Kept list = lists.get(row.comparison(), desk.scope());
        if (elder == null) {
            rows.answer(row, Compared.State.WRONG, "", desk);
        } else {
            CheckSettings set = settings.getIfAvailable();
            matches.match(list, row.row(), elder, set == null ? 0 : set.daysToLook(list.county()));
            events.publishEvent(new PeopleCompared(
                    list.id(),
                    list.county(),
                    list.of().source(),
                    list.of().kind(),
                    list.of().extracted(),
                    1,
                    new AnsweredBy(desk.account(), desk.name(), desk.role())));
        }
        lists.finish(list.id());
        audit.write(
                "registry.compare.match",
                elder == null ? null : elder.value(),
                row.place(),
                Map.of("list", list.id().toString(), "row", String.valueOf(row.row())));
        return Done.DONE;
    }
}
