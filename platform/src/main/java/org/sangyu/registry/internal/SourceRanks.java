package org.sangyu.registry.internal;

import java.util.HashMap;
import java.util.Map;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The order of sources, a setting: where two disagree, the one with the lower rank counts. */
@Unscoped("the order of sources holds nothing of people")
@Repository
class SourceRanks {

    private static final int UNLISTED = 1000;

    private final JdbcClient jdbc;

    SourceRanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The order in force, read once for a piece of work. */
    Ranks current() {
        Map<String, Integer> bySource = new HashMap<>();
        jdbc.sql("select code, rank from registry.source").query(row -> {
            bySource.put(row.getString(1), row.getInt(2));
        });
        return new Ranks(Map.copyOf(bySource));
    }

    /** Rank by source. */
    record Ranks(Map<String, Integer> bySource) {

        /** Lower goes before. */
        int of(String source) {
            return bySource.getOrDefault(source, UNLISTED);
        }
    }
}
