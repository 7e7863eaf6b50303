package org.sangyu.registry.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Registry;
import org.sangyu.registry.internal.TagsOfMany;
import org.sangyu.registry.internal.TagsOfMany.Deed;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through the people of a list some thousand at a time; begun again after a crash it goes on behind the last
 * thousand, and whoever was done already is passed over.
 */
@Component
class TagManyJob implements Jobs.Handler {

    static final String KIND = "registry.tags";
    static final String PICKED = "picked";
    static final String DEED = "deed";
    static final String TAG = "category";
    static final String DAY = "day";
    static final String SOURCE = "source";
    static final String EVIDENCE = "evidence";
    static final String REVIEWER = "reviewer";
    static final String BACK = "back";

    private static final int CHUNK = 2_000;

    private final Registry registry;
    private final TagsOfMany tags;
    private final Audit audit;
    private final TransactionTemplate transaction;

    TagManyJob(Registry registry, TagsOfMany tags, Audit audit, TransactionTemplate transaction) {
        this.registry = registry;
        this.tags = tags;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** How far it came: the last person, how many were looked at, how many changed. */
    private record Reached(@Nullable ElderId last, long seen, long changed) {

        static Reached of(@Nullable String checkpoint) {
            if (checkpoint == null) {
                return new Reached(null, 0, 0);
            }
            String[] parts = checkpoint.split(" ", -1);
            return new Reached(ElderId.find(parts[0]).orElse(null), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        String text() {
            return last + " " + seen + " " + changed;
        }
    }

    @Override
    public void run(Jobs.Run run) {
        Map<String, String> said = run.arguments();
        Deed deed = new Deed(
                said.getOrDefault(DEED, "").equals("END"),
                said.getOrDefault(TAG, ""),
                LocalDate.parse(said.getOrDefault(DAY, "")),
                said.getOrDefault(SOURCE, ""),
                filled(said.get(EVIDENCE)),
                filled(said.get(REVIEWER)),
                run.id());
        List<ElderId> picked = Arrays.stream(said.getOrDefault(PICKED, "").split(",", -1))
                .flatMap(id -> ElderId.find(id).stream())
                .sorted()
                .toList();
        Reached reached = Reached.of(run.checkpoint());
        List<ElderId> next = next(picked, said, reached.last());
        while (!next.isEmpty()) {
            reached = step(next, deed, reached, run);
            run.progress(reached.seen(), picked.size());
            next = next(picked, said, reached.last());
        }
        run.tell(Jobs.Title.of(
                deed.ends() ? "registry.many.done.END" : "registry.many.done.ADD",
                String.valueOf(reached.changed()),
                String.valueOf(reached.seen() - reached.changed())));
        run.result(said.getOrDefault(BACK, "/elders"));
    }

    private Reached step(List<ElderId> elders, Deed deed, Reached before, Jobs.Run run) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            int changed = tags.apply(elders, deed);
            Reached after = new Reached(elders.getLast(), before.seen() + elders.size(), before.changed() + changed);
            Map<String, String> detail = new HashMap<>(run.arguments());
            detail.remove(PICKED);
            detail.put("people", String.valueOf(changed));
            audit.write("registry.tags", run.id(), CurrentDesk.get().place(), detail);
            run.reached(after.text());
            return after;
        }));
    }

    private List<ElderId> next(List<ElderId> picked, Map<String, String> said, @Nullable ElderId after) {
        if (!picked.isEmpty()) {
            return picked.stream()
                    .filter(id -> after == null || id.compareTo(after) > 0)
                    .limit(CHUNK)
                    .toList();
        }
        return java.util.Objects.requireNonNull(transaction.execute(status ->
                registry.ids(CurrentDesk.get().scope(), ElderQuery.of(said).filter(), after, CHUNK)));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
