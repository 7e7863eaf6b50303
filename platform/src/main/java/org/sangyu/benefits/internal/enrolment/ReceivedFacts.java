package org.sangyu.benefits.internal.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people receive, as decisions read it: from this office by enrolment, from other offices as they told us, and
 * things as they were handed over.
 *
 * <p>Needs a running transaction, for the scope and for the cursor. An enrolment counts from its first payable month until it ends, as it was known at the instant
 * asked for; one that ended before its first payable month was never received.
 */
@Component
class ReceivedFacts implements FactSource {

    private static final String SQL = """
        select r.* from (
            select e.elder, e.benefit, e.decided_fen as fen, e.first_payable as from_day,
                case when ended.at <= coalesce(:at::timestamptz, 'infinity') then e.ended_from end as to_day,
                'enrolment' as source, began.at as known
            from benefits.enrolment e
            join lateral (select min(s.at) as at from benefits.enrolment_step s where s.enrolment = e.id
                and s.to_status in ('ACTIVE', 'SUSPENDED')) began on began.at is not null
            left join lateral (select min(s.at) as at from benefits.enrolment_step s where s.enrolment = e.id
                and s.to_status = 'ENDED') ended on true
            where e.place >= :lo and e.place < :hi and e.way <> 'OPENED' and e.first_payable is not null
            union all
            select r.elder, r.benefit, r.amount_fen, r.from_month, r.to_month, r.source, r.recorded_on::timestamptz
            from benefits.received_elsewhere r where r.place >= :lo and r.place < :hi
            union all
            select d.elder, d.benefit, null, d.delivered_on, null, 'delivery', d.recorded_at
            from benefits.delivery d where d.place >= :lo and d.place < :hi and d.state = 'DELIVERED'
        ) r
        where (:all or r.elder = any (:people::uuid[])) and (:at::timestamptz is null or r.known <= :at)
          and (r.from_day < r.to_day) is not false
        order by r.elder
        """;

    private static final int FETCH = 5_000;

    private final JdbcClient jdbc;

    ReceivedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<PersonFacts> stream(FactQuery query) {
        List<ElderId> people = query.people();
        Stream<Received> rows = jdbc
                .sql(SQL)
                .param("lo", query.scope().lo())
                .param("hi", query.scope().hi())
                .param("all", people == null)
                .param(
                        "people",
                        people == null
                                ? "{}"
                                : Rows.array(people.stream().map(ElderId::value).toList()))
                .param("at", query.knownAt() == null ? null : Rows.at(query.knownAt()))
                .withFetchSize(FETCH)
                .query(ReceivedFacts::received)
                .stream();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(new ByPerson(rows.iterator()), Spliterator.ORDERED), false)
                .onClose(rows::close);
    }

    private static Received received(ResultSet row, int number) throws SQLException {
        long fen = row.getLong("fen");
        Money amount = row.wasNull() ? null : new Money(fen);
        return new Received(
                new ElderId(row.getObject("elder", java.util.UUID.class)),
                new Fact.Receives(
                        row.getString("benefit"),
                        amount,
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        new Fact.Provenance(
                                row.getString("source"),
                                Rows.instant(row, "known")
                                        .atZone(org.sangyu.shared.Time.ZONE)
                                        .toLocalDate())));
    }

    private record Received(ElderId elder, Fact fact) {}

    /** Puts the rows of one person together. */
    private static final class ByPerson implements Iterator<PersonFacts> {

        private final Iterator<Received> rows;
        private @Nullable Received next;

        ByPerson(Iterator<Received> rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public PersonFacts next() {
            Received first = next;
            if (first == null) {
                throw new NoSuchElementException();
            }
            List<Fact> facts = new ArrayList<>(2);
            Received row = first;
            while (row != null && row.elder().equals(first.elder())) {
                facts.add(row.fact());
                row = rows.hasNext() ? rows.next() : null;
            }
            next = row;
            return new PersonFacts(first.elder(), facts);
        }
    }
}
