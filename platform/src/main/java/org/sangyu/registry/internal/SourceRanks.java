package org.sangyu.registry.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.registry.FactKind;
import org.sangyu.shared.Place;
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

    /** The order in force for what the desk can see, read once for a piece of work. */
    Ranks current() {
        Map<String, Integer> bySource = new HashMap<>();
        jdbc.sql("select code, rank from registry.source").query(row -> {
            bySource.put(row.getString(1), row.getInt(2));
        });
        Map<String, Integer> own = new HashMap<>();
        jdbc.sql("select county, kind, source, rank from registry.source_order").query(row -> {
            own.put(key(row.getString(1), row.getString(2), row.getString(3)), row.getInt(4));
        });
        return new Ranks(Map.copyOf(bySource), Map.copyOf(own));
    }

    /** Puts another order in the place of a county's own for one kind; none takes its own away. */
    void put(Place county, FactKind kind, List<String> sources) {
        jdbc.sql("delete from registry.source_order where county = :county and kind = :kind")
                .param("county", county.path())
                .param("kind", kind.name())
                .update();
        for (int i = 0; i < sources.size(); i++) {
            jdbc.sql("""
                            insert into registry.source_order (county, kind, source, rank)
                            values (:county, :kind, :source, :rank)""")
                    .param("county", county.path())
                    .param("kind", kind.name())
                    .param("source", sources.get(i))
                    .param("rank", i + 1)
                    .update();
        }
    }

    private static String key(String county, String kind, String source) {
        return county + ' ' + kind + ' ' + source;
    }

    /**
     * Ranks.
     *
     * @param bySource of the installation
     * @param own of counties that order a kind of fact for themselves
     */
    record Ranks(Map<String, Integer> bySource, Map<String, Integer> own) {

        /** Lower goes before. */
        int of(String source, FactKind kind, String place) {
            if (!own.isEmpty()) {
                Integer rank = own.get(key(ElderProjection.countyOf(place), kind.name(), source));
                if (rank != null) {
                    return rank;
                }
            }
            return bySource.getOrDefault(source, UNLISTED);
        }

        /** True when a county has an order of its own for the kind. */
        boolean isOwn(Place county, FactKind kind) {
            String start = county.path() + ' ' + kind.name() + ' ';
            return own.keySet().stream().anyMatch(key -> key.startsWith(start));
        }

        /** True when no county orders anything for itself. */
        boolean areEverywhereTheSame() {
            return own.isEmpty();
        }
    }
}
