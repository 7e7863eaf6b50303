package org.sangyu.registry.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FactSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Streams what the registry knows about people: one sorted cursor a fact table, merged in memory by elder id.
 *
 * <p>Needs a running transaction, whose connection it borrows; only the columns that decisions read are fetched. Where
 * sources disagree only the facts that count are handed out.
 */
@Component
class FactStream implements FactSource {

    private static final Map<FactTable, String> COLUMNS = new EnumMap<>(Map.of(
            FactTable.IDENTITY, "name, born, sex",
            FactTable.RESIDENCE, "kind, at",
            FactTable.TAG, "tag, attributes::text",
            FactTable.ABILITY, "level, instrument",
            FactTable.LTCI, "grade",
            FactTable.INSTITUTION, "institution",
            FactTable.LIFE, "kind",
            FactTable.RECEIPT, "benefit, amount_fen"));

    private final DataSource dataSource;
    private final SourceRanks ranks;

    FactStream(DataSource dataSource, SourceRanks ranks) {
        this.dataSource = dataSource;
        this.ranks = ranks;
    }

    @Override
    public Stream<PersonFacts> stream(FactQuery query) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("facts are streamed inside a transaction only");
        }
        Merge merge = open(query);
        return StreamSupport.stream(merge, false).onClose(merge::close);
    }

    private Merge open(FactQuery query) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        SourceRanks.Ranks order = ranks.current();
        Map<FactTable, FactCursor> cursors = new EnumMap<>(FactTable.class);
        try {
            for (Map.Entry<FactTable, String> entry : COLUMNS.entrySet()) {
                cursors.put(entry.getKey(), new FactCursor(connection, query, order, entry.getKey(), entry.getValue()));
            }
        } catch (SQLException e) {
            FactCursor.closeAll(cursors.values().stream());
            throw new IllegalStateException("facts could not be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        return new Merge(cursors);
    }

    /** Walks all cursors side by side, a person a step. */
    private static final class Merge extends AbstractSpliterator<PersonFacts> {

        private final Map<FactTable, FactCursor> cursors;
        private final List<FactCursor> list;

        Merge(Map<FactTable, FactCursor> cursors) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
            this.cursors = cursors;
            this.list = new ArrayList<>(cursors.values());
        }

        @Override
        public boolean tryAdvance(Consumer<? super PersonFacts> action) {
            ElderId next = lowest();
            if (next == null) {
                return false;
            }
            PersonReader reader = new PersonReader();
            try {
                for (Map.Entry<FactTable, FactCursor> entry : cursors.entrySet()) {
                    entry.getValue().take(next, row -> reader.read(entry.getKey(), row));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("facts of " + next + " could not be read", e);
            }
            action.accept(new PersonFacts(next, reader.facts()));
            return true;
        }

        private @Nullable ElderId lowest() {
            ElderId lowest = null;
            for (FactCursor cursor : list) {
                ElderId elder = cursor.elder();
                if (elder != null && (lowest == null || elder.compareTo(lowest) < 0)) {
                    lowest = elder;
                }
            }
            return lowest;
        }

        void close() {
            FactCursor.closeAll(list.stream());
        }
    }
}
