package org.sangyu.benefits.internal.cycle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.benefits.internal.cycle.PayFormat.Back;
import org.sangyu.benefits.internal.cycle.ReturnRow.Outcome;
import org.sangyu.shared.Files;
import org.springframework.stereotype.Component;

/** What an answer would say, read by given columns; nothing is changed by looking. */
@Component
public class ReturnPreview {

    private static final int ROWS = 8;
    private static final int WORDS = 12;

    private final Files files;

    ReturnPreview(Files files) {
        this.files = files;
    }

    /**
     * What was seen.
     *
     * @param head the first rows, cut into columns
     * @param columns the most columns that any of them has
     * @param words the bank's results that are in the file, with how often each
     */
    public record Seen(
            List<List<String>> head,
            int columns,
            long paid,
            long failed,
            long unknown,
            long unreadable,
            Map<String, Long> words) {

        static final Seen NOTHING = new Seen(List.of(), 0, 0, 0, 0, 0, Map.of());

        /** Copies the lists. */
        public Seen {
            head = List.copyOf(head);
            words = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }

        /** True when there are rows and every one can be read. */
        public boolean isWhole() {
            return unreadable == 0 && paid + failed + unknown > 0;
        }
    }

    /** Looks at a stored answer; a file that is no text or workbook at all shows nothing. */
    public Seen of(String sha256, Back back) {
        ReturnReader reader = new ReturnReader(back);
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        Map<String, Long> words = new LinkedHashMap<>();
        List<List<String>> head = new ArrayList<>();
        try (InputStream first = files.open(sha256);
                InputStream all = files.open(sha256)) {
            head.addAll(reader.head(first, back.skip() + ROWS));
            reader.read(all, row -> {
                outcomes.merge(row.outcome(), 1L, Long::sum);
                if (words.size() < WORDS || words.containsKey(row.result())) {
                    words.merge(row.result(), 1L, Long::sum);
                }
            });
        } catch (IOException | RuntimeException notOfThisForm) {
            return head.isEmpty() ? Seen.NOTHING : seen(head, Map.of(), Map.of());
        }
        return seen(head, outcomes, words);
    }

    private static Seen seen(List<List<String>> head, Map<Outcome, Long> outcomes, Map<String, Long> words) {
        return new Seen(
                head,
                head.stream().mapToInt(List::size).max().orElse(0),
                outcomes.getOrDefault(Outcome.PAID, 0L),
                outcomes.getOrDefault(Outcome.FAILED, 0L),
                outcomes.getOrDefault(Outcome.UNKNOWN, 0L),
                outcomes.getOrDefault(Outcome.UNREADABLE, 0L),
                words);
    }

    /** An answer that was taken in: which bytes, for which form of file. */
    public record Held(UUID id, String sha256, String name, String format, boolean started) {}
}
