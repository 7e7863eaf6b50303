package org.sangyu.regions.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.regions.CodeSystem;
import org.sangyu.regions.PlaceChange;
import org.sangyu.regions.PlaceChanges;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.PlacesChanged;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Does a change of administrative division in one transaction: a crash leaves the old tree, and the job begins again. */
@Component
class ChangeJob implements PlaceChanges, Jobs.Handler {

    private static final String KIND = "regions.change";

    private final ChangeRows rows;
    private final PlaceRows places;
    private final Jobs jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TimeOrderedIds ids;
    private final JsonMapper json;
    private final ObjectProvider<PlaceFollower> followers;
    private final Clock clock;

    ChangeJob(
            ChangeRows rows,
            PlaceRows places,
            Jobs jobs,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            TimeOrderedIds ids,
            JsonMapper json,
            ObjectProvider<PlaceFollower> followers,
            Clock clock) {
        this.rows = rows;
        this.places = places;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.ids = ids;
        this.json = json;
        this.followers = followers;
        this.clock = clock;
    }

    /** A step as it is stored: only what its kind needs is set. */
    record StoredStep(
            String kind,
            long place,
            long other,
            @Nullable String system,
            @Nullable String text) {}

    @Override
    @Transactional
    public Outcome start(PlaceChange change) {
        List<Problem> problems = problems(change);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        UUID id = ids.next();
        List<StoredStep> steps = change.steps().stream().map(ChangeJob::stored).toList();
        rows.add(id, change, json.writeValueAsString(steps), CurrentDesk.get().account());
        audit.write("regions.change", id, null, Map.of("basis", change.basis()));
        UUID job = jobs.start(
                KIND,
                Jobs.Title.of("regions.change.job", change.basis()),
                Map.of("change", id.toString(), "result", result(change)));
        return new Started(job, id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PlaceFollower.Touched> touched(Place place) {
        return followers.stream()
                .flatMap(follower -> follower.touched(place).stream())
                .filter(touched -> touched.count() > 0)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> problems(PlaceChange change) {
        List<Problem> problems = new ArrayList<>();
        if (CurrentDesk.get().role() != Role.ADMINISTRATOR) {
            problems.add(new Problem(0, "regions.change.not-yours"));
        }
        if (change.basis().isBlank() || change.steps().isEmpty()) {
            problems.add(new Problem(0, "regions.change.empty"));
        }
        if (change.day().isAfter(LocalDate.now(clock))) {
            problems.add(new Problem(0, "regions.change.to-come"));
        }
        for (int i = 0; i < change.steps().size(); i++) {
            String problem = problem(change.steps().get(i));
            if (problem == null) {
                problems.addAll(obstacles(i + 1, change.steps().get(i)));
            } else {
                problems.add(new Problem(i + 1, problem));
            }
        }
        return problems;
    }

    /** What a module still has to finish before its rows can follow. */
    private List<Problem> obstacles(int number, PlaceChange.Step step) {
        return switch (step) {
            case PlaceChange.Merge merge -> obstacles(number, merge.place(), merge.into());
            case PlaceChange.Reparent move -> obstacles(number, move.place(), move.newParent());
            case PlaceChange.Close close -> obstacles(number, close.place(), close.place());
            case PlaceChange.Rename rename -> List.of();
            case PlaceChange.Recode recode -> List.of();
            case PlaceChange.Create create -> List.of();
        };
    }

    private List<Problem> obstacles(int number, long moved, long other) {
        Place from = places.find(moved).orElseThrow().place();
        boolean leaves = new PlaceFollower.Move(
                        from.path(), places.find(other).orElseThrow().place().path(), false)
                .leavesCounty();
        return followers.stream()
                .flatMap(follower -> follower.obstacles(from, leaves).stream())
                .map(key -> new Problem(number, key))
                .toList();
    }

    /** Where to look when it is done: the place that lives on, else the list of places. */
    private static String result(PlaceChange change) {
        return switch (change.steps().getFirst()) {
            case PlaceChange.Merge merge -> "/places/" + merge.into();
            case PlaceChange.Reparent move -> "/places/" + move.place();
            case PlaceChange.Rename rename -> "/places/" + rename.place();
            case PlaceChange.Recode recode -> "/places/" + recode.place();
            case PlaceChange.Create create -> "/places/" + create.parent();
            case PlaceChange.Close close -> "/places";
        };
    }

    private @Nullable String problem(PlaceChange.Step step) {
        return switch (step) {
            case PlaceChange.Rename rename ->
                rename.name().isBlank()
                        ? "regions.change.no-name"
                        : lives(rename.place()) ? null : "regions.change.gone";
            case PlaceChange.Recode recode ->
                recode.code() != null && !recode.code().matches("\\d{2,12}")
                        ? "regions.change.no-code"
                        : lives(recode.place()) ? null : "regions.change.gone";
            case PlaceChange.Reparent move -> fits(move.place(), move.newParent(), 1);
            case PlaceChange.Merge merge -> fits(merge.place(), merge.into(), 0);
            case PlaceChange.Create create ->
                create.name().isBlank()
                        ? "regions.change.no-name"
                        : !lives(create.parent())
                                ? "regions.change.gone"
                                : isVillage(create.parent()) ? "regions.change.level" : null;
            case PlaceChange.Close close ->
                !lives(close.place())
                        ? "regions.change.gone"
                        : isVillage(close.place()) ? null : "regions.change.not-empty";
        };
    }

    private boolean isVillage(long id) {
        return places.find(id).orElseThrow().place().level() == PlaceLevel.VILLAGE;
    }

    private boolean lives(long id) {
        return places.find(id).filter(place -> place.ended() == null).isPresent();
    }

    /** Null when both exist and the second lies as many levels above the first as it must. */
    private @Nullable String fits(long id, long other, int levels) {
        if (!lives(id) || !lives(other)) {
            return "regions.change.gone";
        }
        PlaceLevel level = places.find(id).orElseThrow().place().level();
        PlaceLevel target = places.find(other).orElseThrow().place().level();
        return id != other && level.ordinal() - target.ordinal() == levels ? null : "regions.change.level";
    }

    private static StoredStep stored(PlaceChange.Step step) {
        return switch (step) {
            case PlaceChange.Rename rename -> new StoredStep("RENAME", rename.place(), 0, null, rename.name());
            case PlaceChange.Reparent move -> new StoredStep("REPARENT", move.place(), move.newParent(), null, null);
            case PlaceChange.Merge merge -> new StoredStep("MERGE", merge.place(), merge.into(), null, null);
            case PlaceChange.Recode recode ->
                new StoredStep("RECODE", recode.place(), 0, recode.system().name(), recode.code());
            case PlaceChange.Create create -> new StoredStep("CREATE", create.parent(), 0, null, create.name());
            case PlaceChange.Close close -> new StoredStep("CLOSE", close.place(), 0, null, null);
        };
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) {
        UUID change = UUID.fromString(run.arguments().getOrDefault("change", ""));
        transaction.executeWithoutResult(status -> rows.open(change).ifPresent(stored -> {
            List<StoredStep> steps = json.readValue(stored.steps(), new TypeReference<List<StoredStep>>() {});
            for (StoredStep step : steps) {
                apply(change, step, stored.day());
            }
            List<PlaceFollower.Move> moves = rows.moves(change);
            follow(moves, run);
            KillPoint.at("regions.change.before-commit");
            rows.recount(Place.NATION);
            rows.done(change);
            events.publishEvent(new PlacesChanged(
                    change,
                    stored.day(),
                    moves.stream()
                            .map(move -> new PlacesChanged.Move(move.from(), move.to()))
                            .toList()));
        }));
        run.result(run.arguments().getOrDefault("result", "/places"));
    }

    /** Every module takes its rows along, in this transaction: nobody ever sees half of a change. */
    private void follow(List<PlaceFollower.Move> moves, Jobs.Run run) {
        List<PlaceFollower> all = followers.stream().toList();
        long total = (long) moves.size() * all.size();
        long done = 0;
        for (PlaceFollower.Move move : moves) {
            for (PlaceFollower follower : all) {
                follower.follow(move);
                run.progress(++done, total);
            }
        }
    }

    private void apply(UUID change, StoredStep step, LocalDate day) {
        PlaceInfo place = places.find(step.place()).orElseThrow();
        switch (step.kind()) {
            case "RENAME" -> rows.rename(place, text(step), day);
            case "RECODE" ->
                rows.recode(place.id(), CodeSystem.valueOf(String.valueOf(step.system())), step.text(), day);
            case "REPARENT" -> reparent(change, place, places.find(step.other()).orElseThrow(), day);
            case "MERGE" -> {
                PlaceInfo into = places.find(step.other()).orElseThrow();
                for (PlaceInfo child : places.children(place.place(), 0, Integer.MAX_VALUE)) {
                    reparent(change, child, into, day);
                }
                rows.end(change, place, into.place(), day);
            }
            case "CREATE" -> rows.create(place.place(), text(step), day);
            case "CLOSE" -> rows.end(change, place, place.place().at(PlaceLevel.TOWNSHIP), day);
            default -> throw new IllegalStateException("unknown step " + step.kind());
        }
    }

    private static String text(StoredStep step) {
        if (step.text() == null) {
            throw new IllegalStateException("a new name is missing");
        }
        return step.text();
    }

    private void reparent(UUID change, PlaceInfo place, PlaceInfo parent, LocalDate day) {
        rows.move(change, place.place(), rows.freePath(parent.place()), day);
    }
}
