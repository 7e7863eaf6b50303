package org.sangyu.benefits.internal.cycle;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.shared.Timeline;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money on the one dated line of an elder's page: each payment and what became of it, each over-payment asked back. */
@Component
class CycleTimeline implements Timeline {

    private static final String KIND = "cycles.timeline.money";
    private final JdbcClient jdbc;
    private final MonthDecisions decisions;
    private final Dictionary dictionary;

    CycleTimeline(JdbcClient jdbc, MonthDecisions decisions, Dictionary dictionary) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.dictionary = dictionary;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(ElderId elder, Scope scope, Locale language, int limit) {
        Words words = dictionary.in(language);
        return jdbc.sql("""
            select coalesce(o.paid_on, o.settled_at::date, f.made_at::date) as on_day, o.benefit, o.period, o.fen,
                o.state, o.reason, o.last_four, o.county, o.cycle, f.made_at, o.settled_at
            from benefits.pay_order o join benefits.pay_file f on f.id = o.file
            where o.elder = :elder and ((o.place >= :lo and o.place < :hi) or o.elder = any (:people))
            union all
            select r.opened_on, r.benefit, '', -r.claimed, 'RECOVERY', r.why_zh, '', r.county, null, null, null
            from (select c.*, (select coalesce(-sum(l.fen), 0) from benefits.line l
                where l.recovery = c.id and l.kind = 'RECOVERY') as claimed from benefits.recovery_case c) r
            where r.elder = :elder and ((r.place >= :lo and r.place < :hi) or r.elder = any (:people))
            order by 1 desc limit :limit\
            """)
                .param("elder", elder.value())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", scope.people().stream().map(ElderId::value).toArray(java.util.UUID[]::new))
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        day(
                                row.getObject("on_day", LocalDate.class),
                                row.getObject("settled_at", OffsetDateTime.class)),
                        KIND,
                        words.say(
                                "cycles.timeline." + row.getString("state"),
                                name(row.getString("county"), row.getString("benefit"), words),
                                row.getString("period"),
                                Formats.yuan(new Money(Math.abs(row.getLong("fen"))))),
                        detail(words, row.getString("last_four"), row.getString("reason")),
                        row.getString("cycle") == null ? "/recoveries" : "/cycles/" + row.getString("cycle")))
                .list();
    }

    private static LocalDate day(LocalDate day, OffsetDateTime settled) {
        return day != null ? day : settled.atZoneSameInstant(Time.ZONE).toLocalDate();
    }

    private static String detail(Words words, String lastFour, String reason) {
        String account = lastFour.isEmpty() ? "" : words.say("cycles.account.masked", lastFour);
        return account.isEmpty() || reason.isEmpty() ? account + reason : account + " · " + reason;
    }

    private String name(String county, String benefit, Words words) {
        Map<String, String> names = decisions.benefits(new Place(county)).stream()
                .collect(Collectors.toMap(
                        MonthDecisions.Benefit::id,
                        one -> words.language() == Language.ZH ? one.nameZh() : one.nameEn()));
        return names.getOrDefault(benefit, benefit);
    }
}
