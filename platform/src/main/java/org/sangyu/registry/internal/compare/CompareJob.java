package org.sangyu.registry.internal.compare;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.registry.AnsweredBy;
import org.sangyu.registry.CheckSettings;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.registry.internal.intake.LocalCopies;
import org.sangyu.registry.internal.intake.read.SaidReader.Said;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a list in the background, some thousand rows at a time; a crash goes on after the last piece, none twice. */
@Component
class CompareJob implements Jobs.Handler {

    static final String KIND = "compare";
    static final String LIST = "list";

    private static final int PIECE = 2_000;

    private final ListRows lists;
    private final MatchRows matches;
    private final LocalCopies copies;
    private final Files files;
    private final ObjectProvider<CheckSettings> settings;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CompareJob(
            ListRows lists,
            MatchRows matches,
            LocalCopies copies,
            Files files,
            ObjectProvider<CheckSettings> settings,
            ApplicationEventPublisher events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.lists = lists;
        this.matches = matches;
        this.copies = copies;
        this.files = files;
        this.settings = settings;
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
        UUID id = UUID.fromString(run.arguments().getOrDefault(LIST, ""));
        Scope scope = CurrentDesk.get().scope();
        ListRows.Kept list = transaction.execute(status -> lists.get(id, scope));
        run.result("/comparisons/" + id);
        if (list.isRead()) {
            return;
        }
        Path file = copies.of(() -> files.open(list.sha256()));
        try {
            new Pieces(run, list).read(file);
            transaction.executeWithoutResult(status -> {
                finish(list);
                KillPoint.at("compare.before-commit");
            });
        } catch (SheetRefusedException e) {
            transaction.executeWithoutResult(status -> lists.refuse(id, new Compared.Why(e.reason(), e.arguments())));
        } finally {
            copies.release(file);
        }
    }

    private void finish(ListRows.Kept list) {
        ListRows.Counts counts = lists.finish(list.id());
        audit.write(
                "registry.compare",
                list.id(),
                list.county(),
                Map.of(
                        "file", list.sha256(),
                        "source", list.of().source().name(),
                        "rows", String.valueOf(counts.rows()),
                        "hits", String.valueOf(counts.hits())));
        events.publishEvent(new PeopleCompared(
                list.id(),
                list.county(),
                list.of().source(),
                list.of().kind(),
                list.of().extracted(),
                counts.hits(),
                new AnsweredBy(list.account(), list.person(), list.role())));
    }

    /** Gathers rows and writes them piece by piece. */
    private final class Pieces {

        private final Jobs.Run run;
        private final ListRows.Kept list;
        private final int reached;
        private final int days;
        private final List<Said> gathered = new ArrayList<>();
        private long done;

        Pieces(Jobs.Run run, ListRows.Kept list) {
            this.run = run;
            this.list = list;
            this.reached = run.checkpoint() == null ? 0 : Integer.parseInt(run.checkpoint());
            CheckSettings set = settings.getIfAvailable();
            this.days = set == null ? 0 : set.daysToLook(list.county());
        }

        void read(Path file) throws SheetRefusedException {
            ListFile.read(file, LocalDate.now(clock), said -> {
                done++;
                if (said.number() > reached) {
                    gathered.add(said);
                }
                if (gathered.size() == PIECE) {
                    write();
                }
                return true;
            });
            if (!gathered.isEmpty()) {
                write();
            }
        }

        private void write() {
            transaction.executeWithoutResult(status -> {
                matches.write(list, gathered, days);
                run.reached(String.valueOf(gathered.getLast().number()));
            });
            gathered.clear();
            run.progress(done, 0);
            KillPoint.at("compare.between-pieces");
        }
    }
}
