package org.sangyu.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.internal.ElderState.Home;
import org.sangyu.registry.internal.ElderState.Identity;
import org.sangyu.registry.internal.ElderState.Phone;
import org.sangyu.registry.internal.SourceRanks.Ranks;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what stands today about some people; the projection in SQL is compared with it. */
class ElderStates {

    private static final String STANDING = """
         where elder = any(cast(:elders as uuid[])) and recorded_to = 'infinity'
        and valid_from <= :today and valid_to > :today""";
    private static final String TAIL = ", elder, place, valid_from, source, extract(epoch from recorded_from) * 1000";

    private final JdbcClient jdbc;
    private final SourceRanks ranks;

    ElderStates(JdbcClient jdbc, SourceRanks ranks) {
        this.jdbc = jdbc;
        this.ranks = ranks;
    }

    /** One state for every id asked for, in that order; people without an identity fact are not known. */
    @Unscoped("by ids that a scope found")
    Map<ElderId, ElderState> of(Collection<ElderId> elders, LocalDate today) {
        Map<ElderId, ElderState> states = new LinkedHashMap<>();
        elders.forEach(elder -> states.put(elder, new ElderState(elder)));
        Reader reader = new Reader(states, ranks.current(), ScopeSql.array(elders), today);
        reader.read(
                "name, born, sex, id_enc, id_idx, id_key",
                "identity_fact",
                (row, said, state) -> state.identity(
                        new Identity(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getString(3),
                                row.getBytes(4),
                                row.getBytes(5),
                                row.getObject(6, Integer.class)),
                        said.from(),
                        said.rank(),
                        said.recorded()));
        reader.read(
                "at, address_enc, kind = 'REGISTERED'",
                "residence_fact",
                (row, said, state) -> state.home(
                        row.getBoolean(3),
                        new Home(row.getString(1), row.getBytes(2)),
                        said.from(),
                        said.rank(),
                        said.recorded()));
        reader.read("phone_enc, phone_idx, kind = 'SELF'", "contact_fact", (row, said, state) -> {
            if (row.getBoolean(3)) {
                state.phone(new Phone(row.getBytes(1), row.getBytes(2)), said.from(), said.rank(), said.recorded());
            }
        });
        reader.read("kind = 'DIED'", "life_fact", (row, said, state) -> {
            if (row.getBoolean(1)) {
                state.death(said.from(), said.rank(), said.recorded());
            }
        });
        reader.read("tag", "tag_fact", (row, said, state) -> state.tag(row.getString(1)));
        return states;
    }

    private static FactKind kindOf(String table) {
        return FactKind.valueOf(
                table.substring(0, table.length() - "_fact".length()).toUpperCase(Locale.ROOT));
    }

    private record Said(LocalDate from, int rank, long recorded) {}

    private interface Taker {
        void take(ResultSet row, Said said, ElderState state) throws SQLException;
    }

    private final class Reader {

        private final Map<ElderId, ElderState> states;
        private final Ranks order;
        private final String elders;
        private final LocalDate today;

        Reader(Map<ElderId, ElderState> states, Ranks order, String elders, LocalDate today) {
            this.states = states;
            this.order = order;
            this.elders = elders;
            this.today = today;
        }

        void read(String columns, String table, Taker taker) {
            jdbc.sql("select " + columns + TAIL + " from registry." + table + STANDING)
                    .param("elders", elders)
                    .param("today", today)
                    .query(row -> {
                        ElderState state = states.get(new ElderId(row.getObject("elder", UUID.class)));
                        if (state != null) {
                            LocalDate from = row.getObject("valid_from", LocalDate.class);
                            int last = row.getMetaData().getColumnCount();
                            taker.take(
                                    row,
                                    new Said(
                                            from,
                                            order.of(row.getString("source"), kindOf(table), row.getString("place")),
                                            row.getLong(last)),
                                    state);
                        }
                    });
        }
    }
}
