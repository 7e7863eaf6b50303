package org.sangyu.registry.internal.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.CheckSettings;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.Registry;
import org.sangyu.registry.internal.intake.LocalCopies;
import org.sangyu.registry.internal.intake.Uploads;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Comparison at a desk: lists handed in and read, people unseen; answers are given by {@link Answers}. */
@Component
class ComparisonDesk implements ComparedLists {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ListRows lists;
    private final ComparedRows rows;
    private final SeenRows seen;
    private final Answers answers;
    private final Registry registry;
    private final ObjectProvider<CheckSettings> settings;
    private final LocalCopies copies;
    private final org.sangyu.shared.Files files;
    private final Jobs jobs;
    private final TimeOrderedIds ids;
    private final Clock clock;

    ComparisonDesk(
            ListRows lists,
            ComparedRows rows,
            SeenRows seen,
            Answers answers,
            Registry registry,
            ObjectProvider<CheckSettings> settings,
            LocalCopies copies,
            org.sangyu.shared.Files files,
            Jobs jobs,
            TimeOrderedIds ids,
            Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.seen = seen;
        this.answers = answers;
        this.registry = registry;
        this.settings = settings;
        this.copies = copies;
        this.files = files;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID handIn(Compared.Of of, String name, Uploads.Content content) throws SheetRefusedException {
        Desk desk = CurrentDesk.get();
        if (desk.role() != Role.COUNTY_CLERK) {
            throw new IllegalStateException("lists are handed in by the county clerk, not by " + desk.role());
        }
        Path file = copies.of(content::open);
        try {
            ListFile.check(file);
            boolean book = name.toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx");
            String sha = files.store(name, book ? XLSX : "text/csv", out -> Files.copy(file, out))
                    .sha256();
            Optional<UUID> fresh = lists.add(ids.next(), of, new ListRows.File(sha, name), desk);
            fresh.ifPresent(id -> lists.belongsTo(
                    id,
                    jobs.start(
                            CompareJob.KIND,
                            Jobs.Title.of("compare.job", name),
                            Map.of(CompareJob.LIST, id.toString()))));
            return fresh.orElseGet(() -> lists.same(desk.place().at(PlaceLevel.COUNTY), of, sha));
        } finally {
            copies.release(file);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Head> heads(Scope scope, int offset, int limit) {
        return lists.heads(scope, null, offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Head> newest(Scope scope) {
        return lists.newest(scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Head> head(UUID comparison, Scope scope) {
        return lists.heads(scope, comparison, 0, 1).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Compared> rows(Scope scope, Filter filter, int offset, int limit) {
        return rows.rows(scope, filter, offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Compared> row(UUID comparison, int row, Scope scope) {
        return rows.row(comparison, row, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Compared.Outcome, Long> open(Scope scope) {
        return rows.outcomes(scope, null, true);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Compared.Outcome, Long> outcomes(UUID comparison, Scope scope) {
        return rows.outcomes(scope, comparison, false);
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable LocalDate nearest(Scope scope) {
        return rows.nearest(scope);
    }

    @Override
    @Transactional(readOnly = true)
    public long overdue(Scope scope) {
        return rows.overdue(scope);
    }

    @Override
    @Transactional
    public Done answer(Given given, Finding finding) {
        return answers.answer(given, finding);
    }

    @Override
    @Transactional
    public Done match(Given given, @Nullable ElderId elder) {
        return answers.match(given, elder);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unseen> unseen(Scope scope, int offset, int limit) {
        LocalDate since = unseenSince(scope);
        if (since == null) {
            return List.of();
        }
        List<SeenRows.Unseen> found = seen.unseen(scope, since, offset, limit);
        Map<ElderId, ElderSummary> people =
                registry.summaries(found.stream().map(SeenRows.Unseen::elder).toList(), scope);
        return found.stream()
                .flatMap(
                        one -> Optional.ofNullable(people.get(one.elder()))
                                .map(person -> new Unseen(person, one.last(), one.by()))
                                .stream())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public long unseenCount(Scope scope) {
        LocalDate since = unseenSince(scope);
        return since == null ? 0 : seen.count(scope, since);
    }

    /** Whoever was seen before that day is unseen; null when no setting says after how long, or for several counties. */
    private @Nullable LocalDate unseenSince(Scope scope) {
        int length = PlaceLevel.COUNTY.pathLength();
        CheckSettings set = settings.getIfAvailable();
        if (set == null || scope.lo().length() < length) {
            return null;
        }
        int months = set.monthsUnseen(new Place(scope.lo().substring(0, length)));
        return months == 0 ? null : LocalDate.now(clock).minusMonths(months);
    }

    @Override
    @Transactional
    public int seen(List<ElderId> people, LocalDate on, String by) {
        return seen.seen(people, on, by, CurrentDesk.get());
    }
}
