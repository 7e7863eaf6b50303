package org.sangyu.benefits.internal.enrolment;

import java.util.List;
import java.util.Locale;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.shared.Timeline;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of enrolment on a person's dated line. */
@Component
class EnrolmentTimeline implements Timeline {

    private static final String KIND = "benefits.timeline.enrolment";

    private final JdbcClient jdbc;
    private final BenefitRules rules;
    private final Dictionary dictionary;

    EnrolmentTimeline(JdbcClient jdbc, BenefitRules rules, Dictionary dictionary) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.dictionary = dictionary;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(ElderId elder, Scope scope, Locale language, int limit) {
        Words words = dictionary.in(language);
        return jdbc.sql("""
                        select s.enrolment, s.verb, s.to_status, s.at, s.by_name, s.why, e.benefit, e.because_zh, e.because_en
                        from benefits.enrolment_step s join benefits.enrolment e on e.id = s.enrolment
                        where s.elder = :elder and (s.place >= :lo and s.place < :hi or s.elder = any (:people::uuid[]))
                        order by s.at desc, s.id desc limit :limit""")
                .param("elder", elder.value())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param(
                        "people",
                        Rows.array(scope.people().stream().map(ElderId::value).toList()))
                .param("limit", limit)
                .query((row, number) -> {
                    EnrolmentStatus to = EnrolmentStatus.valueOf(row.getString("to_status"));
                    String because =
                            row.getString(words.language() == org.sangyu.ui.Language.ZH ? "because_zh" : "because_en");
                    String why = Why.say(row.getString("why"), words);
                    String refusal = to == EnrolmentStatus.REFUSED && why.isEmpty() ? because.replace('\n', ' ') : why;
                    return new Entry(
                            Rows.instant(row, "at").atZone(Time.ZONE).toLocalDate(),
                            KIND,
                            words.say(
                                    "benefits.timeline." + row.getString("verb"),
                                    rules.name(row.getString("benefit"), words.language())),
                            refusal.isEmpty() ? row.getString("by_name") : refusal + " · " + row.getString("by_name"),
                            "/enrolments/" + row.getString("enrolment"));
                })
                .list();
    }
}
