package org.sangyu.registry.internal.compare;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.internal.intake.read.SaidReader.Said;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the people of a piece of a list and writes what came of each row, one statement a piece. */
@Repository
@Unscoped("one county, named by its path, by the job of a desk of it; row security holds")
class MatchRows {

    /** What came of a row about a known person {@code f}; the list's kind and source are parameters. */
    private static final String OUTCOME = """
            case when f.nth > 1 then 'KNOWN' when :kind = 'SEEN' then
                    case when f.died is not null and coalesce(f.said_on, :extracted) > f.died then 'CONFLICT' else 'SEEN' end
                when :kind = 'MOVES' and f.died is not null then 'KNOWN'
                when :kind = 'DEATHS' and f.died is not null then
                    case when f.said_on is null or f.said_on = f.died then 'KNOWN' else 'CONFLICT' end
                when :kind = 'MOVES' and f.moved is not null then
                    case when f.said_on is null or f.said_on = f.moved then 'KNOWN' else 'CONFLICT' end
                when f.answered then 'KNOWN'
                when f.open_since then
                    case when f.said_on is null or f.open_on is null or f.said_on = f.open_on then 'KNOWN' else 'CONFLICT' end
                when :kind = 'DEATHS' then 'DIED' else 'MOVED_OUT' end""";

    private static final String OTHER_DAY = """
            case when :kind = 'MOVES' then coalesce(f.moved, f.open_on) else coalesce(f.died, f.open_on) end""";

    /** What is known of a person {@code e}: the day of a move, a check that is open, an answer to the same words. */
    private static final String KNOWN = """
            e.id as elder, e.place as at, e.name as kept_name, e.died,
                (select max(l.valid_from) from registry.life_fact l
                    where l.elder = e.id and l.kind = 'MOVED_OUT' and l.recorded_to = 'infinity') as moved,
                exists (select from registry.compared r join registry.comparison c on c.id = r.comparison
                    where r.elder = e.id and r.state = 'OPEN' and c.kind = :kind) as open_since,
                (select min(r.said_on) from registry.compared r join registry.comparison c on c.id = r.comparison
                    where r.elder = e.id and r.state = 'OPEN' and c.kind = :kind) as open_on,
                exists (select from registry.compared r join registry.comparison c on c.id = r.comparison
                    where r.elder = e.id and r.state = 'WRONG' and c.kind = :kind and c.source = :source
                      and r.said_on is not distinct from s.said_on) as answered""";

    private static final String WRITE = """
            with said as materialized (
                select s.*, row_number() over (partition by coalesce(s.hex, s.number::text) order by s.number) as nth
                from unnest(:number::int[], :name::text[],
                    :tail::text[], :hex::text[], :born::date[], :said::date[], :why::text[], :arguments::text[])
                    as s (number, name, tail, hex, born, said_on, why, arguments)
            ), found as materialized (
                select s.*, e.* from said s left join lateral (
                    select %s from registry.elder e
                    where s.why is null and e.id_idx = decode(s.hex, 'hex')
                      and e.place >= :county and e.place < :end
                    order by e.died desc nulls first limit 1) e on true
            ), judged as (
                select f.*, case when f.elder is not null then
                        case when f.name <> '' and f.name <> f.kept_name then array[f.elder] end
                    when f.why is null and f.born is not null then nullif(array(
                        select e.id from registry.elder e where e.county = :county and e.name = f.name
                          and e.born = f.born and e.died is null order by e.place, e.id limit 5), '{}') end as candidates
                from found f
            ), settled as (
                select f.*, case when f.why is not null then 'UNREADABLE' when f.candidates is not null then 'ALIKE'
                    when f.elder is null then 'NOT_FOUND' else %s end as outcome
                from judged f
            )
            insert into registry.compared (comparison, row_no, place, elder, name, id_tail, born, said_on, outcome,
                other_on, why, why_arguments, candidates, state, answer_by)
            select :id, f.number, case when f.candidates is null then coalesce(f.at, :county) else :county end,
                case when f.candidates is null then f.elder end, f.name, f.tail, f.born, f.said_on, f.outcome,
                case when f.outcome = 'CONFLICT' then %s end, f.why,
                case when f.arguments = '' then '{}' else string_to_array(f.arguments, chr(31)) end, f.candidates,
                case when f.outcome in ('DIED','MOVED_OUT','CONFLICT','ALIKE') then 'OPEN' else 'NONE' end,
                case when f.outcome in ('DIED','MOVED_OUT','CONFLICT','ALIKE') then :due end
            from settled f on conflict (comparison, row_no) do nothing
            """.formatted(KNOWN, OUTCOME, OTHER_DAY);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    MatchRows(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Writes a piece; rows that are there already, from before a crash, stay. */
    void write(ListRows.Kept list, List<Said> rows, int daysToLook) {
        with(list, daysToLook, WRITE)
                .param("number", rows.stream().map(Said::number).toArray(Integer[]::new))
                .param("name", texts(rows, Said::name))
                .param(
                        "tail",
                        texts(rows, said -> said.id() == null ? "" : said.id().lastFour()))
                .param("hex", texts(rows, said -> hex(said.id())))
                .param("born", texts(rows, said -> text(said.born())))
                .param("said", texts(rows, said -> text(said.on())))
                .param("why", texts(rows, Said::why))
                .param("arguments", texts(rows, said -> String.join("\u001f", said.arguments())))
                .update();
        seen(list, rows.getFirst().number(), rows.getLast().number());
    }

    /** Takes a doubtful row for somebody: it then is what it would have been with a matching ID number. */
    void match(ListRows.Kept list, int row, ElderId elder, int daysToLook) {
        with(list, daysToLook, """
                with found as materialized (
                    select s.*, e.* from (select r.row_no, r.said_on, 1 as nth from registry.compared r
                        where r.comparison = :id and r.row_no = :row and r.state = 'OPEN') s
                    join lateral (select %s from registry.elder e
                        where e.id = :elder and e.place >= :county and e.place < :end) e on true
                ), settled as (
                    select f.*, %s as outcome from found f
                )
                update registry.compared r set elder = f.elder, place = f.at, outcome = f.outcome, candidates = null,
                    other_on = case when f.outcome = 'CONFLICT' then %s end, version = r.version + 1,
                    state = case when f.outcome in ('DIED','MOVED_OUT','CONFLICT') then 'OPEN' else 'NONE' end,
                    answer_by = case when f.outcome in ('DIED','MOVED_OUT','CONFLICT') then :due end
                from settled f where r.comparison = :id and r.row_no = f.row_no
                """.formatted(KNOWN, OUTCOME, OTHER_DAY))
                .param("row", row)
                .param("elder", elder.value())
                .update();
        seen(list, row, row);
    }

    /** Everybody whom the list saw: the newest day of each source stays. */
    private void seen(ListRows.Kept list, int from, int to) {
        with(list, 0, """
                insert into registry.seen as k (elder, source, place, seen_on, by_name, recorded_at)
                select r.elder, :source, min(r.place), max(coalesce(r.said_on, :extracted)), '', :now
                from registry.compared r where r.comparison = :id and r.outcome = 'SEEN' and r.row_no between :from and :to
                  and r.place >= :county and r.place < :end
                group by r.elder
                on conflict (elder, source) do update set seen_on = excluded.seen_on, place = excluded.place,
                    recorded_at = excluded.recorded_at where k.seen_on < excluded.seen_on
                """)
                .param("from", from)
                .param("to", to)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec with(ListRows.Kept list, int daysToLook, String sql) {
        Place county = list.county();
        LocalDate due = daysToLook == 0 ? null : LocalDate.now(clock).plusDays(daysToLook - 1L);
        return jdbc.sql(sql)
                .param("id", list.id())
                .param("county", county.path())
                .param("end", county.end())
                .param("kind", list.of().kind().name())
                .param("source", list.of().source().name())
                .param("extracted", list.of().extracted())
                .param("due", due, java.sql.Types.DATE);
    }

    private @Nullable String hex(@Nullable IdNumber number) {
        return number == null ? null : HexFormat.of().formatHex(cipher.blindIndex(Field.ID_NUMBER, number.value()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : Objects.toString(day);
    }

    private static @Nullable String[] texts(List<Said> rows, Function<Said, @Nullable String> what) {
        return rows.stream().map(what).toArray(String[]::new);
    }
}
