package org.sangyu.benefits.internal.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sangyu.shared.Followable;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The last step of enrolment of people who are followed. */
@Repository
class FollowedEnrolments implements Followable {

    private final JdbcClient jdbc;
    private final BenefitRules rules;
    private final Dictionary dictionary;

    FollowedEnrolments(JdbcClient jdbc, BenefitRules rules, Dictionary dictionary) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.dictionary = dictionary;
    }

    @Override
    @Transactional(readOnly = true)
    public List<News> news(Kind kind, Collection<UUID> subjects, Scope scope, Locale language) {
        if (kind != Kind.ELDER) {
            return List.of();
        }
        Words words = dictionary.in(language);
        return jdbc.sql("""
                        select s.elder, s.verb, s.at, e.benefit
                        from unnest(cast(:ids as uuid[])) f(elder), lateral (
                            select * from benefits.enrolment_step s
                            where s.elder = f.elder and s.place >= :lo and s.place < :hi
                            order by s.at desc, s.id desc limit 1) s
                        join benefits.enrolment e on e.id = s.enrolment""")
                .param("ids", Rows.array(List.copyOf(subjects)))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .query((row, number) -> new News(
                        row.getObject("elder", UUID.class),
                        "",
                        "",
                        Rows.instant(row, "at"),
                        words.say(
                                "benefits.timeline." + row.getString("verb"),
                                rules.name(row.getString("benefit"), words.language()))))
                .list();
    }
}
