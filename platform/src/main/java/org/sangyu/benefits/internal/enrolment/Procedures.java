package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How each county enrols for each benefit: who pays, how people come in, the first month, notice and answer days.
 *
 * <p>What a county has not set is an installation setting with the keys below; no number stands in code.
 */
@Component
public class Procedures {

    static final String MIRRORED = "enrolment_mirrored";
    static final String WAY = "enrolment_way";
    static final String FIRST_PAYABLE = "enrolment_first_payable";
    static final String MONTHS_BACK = "enrolment_months_back";
    static final String NOTICE_DAYS = "enrolment_notice_days";
    static final String ANSWER_DAYS = "enrolment_answer_days";

    private final JdbcClient jdbc;
    private final BenefitRules rules;
    private final Audit audit;
    private final Clock clock;

    Procedures(JdbcClient jdbc, BenefitRules rules, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** For one benefit in a county. */
    @Transactional(readOnly = true)
    public Procedure of(Place county, String benefit, Scope scope) {
        return effective(county, benefit, own(county, scope).get(benefit));
    }

    /** For these benefits in a county, in the order asked. */
    @Transactional(readOnly = true)
    public List<Procedure> of(Place county, List<String> benefits, Scope scope) {
        Map<String, Own> own = own(county, scope);
        return benefits.stream()
                .map(benefit -> effective(county, benefit, own.get(benefit)))
                .toList();
    }

    /**
     * Sets a county's procedure for a benefit; the chief signs for it.
     *
     * @param why the paper or the ground it rests on
     * @return false when somebody else changed it meanwhile; nothing was done
     */
    @Transactional
    @Unscoped("checks that the county lies in the scope of the current desk")
    public boolean set(Place county, Procedure wanted, String why) {
        Desk desk = CurrentDesk.get();
        if (desk.role() != Role.COUNTY_CHIEF || !desk.scope().contains(county)) {
            throw new IllegalStateException("only the county's chief sets how it enrols");
        }
        Procedure before = of(county, wanted.benefit(), desk.scope());
        if (before.version() != wanted.version()) {
            return false;
        }
        int written = jdbc.sql("""
                        insert into benefits.benefit_setting as s (county, benefit, mode, way, first_payable, months_back,
                            notice_days, answer_days, why, set_by, set_name, set_at)
                        values (:county, :benefit, :mode, :way, :first, :back, :notice, nullif(:answer, 0), :why, :by, :name, :at)
                        on conflict (county, benefit) do update set mode = excluded.mode, way = excluded.way,
                            first_payable = excluded.first_payable, months_back = excluded.months_back,
                            notice_days = excluded.notice_days, answer_days = excluded.answer_days, why = excluded.why,
                            set_by = excluded.set_by, set_name = excluded.set_name, set_at = excluded.set_at,
                            version = s.version + 1
                        where s.version = :version""")
                .param("county", county.path())
                .param("benefit", wanted.benefit())
                .param("mode", wanted.mode().name())
                .param("way", wanted.way().name())
                .param("first", wanted.firstPayable().name())
                .param("back", wanted.monthsBack())
                .param("notice", wanted.noticeDays())
                .param("answer", wanted.answerDays())
                .param("why", why)
                .param("by", desk.account())
                .param("name", desk.name())
                .param("at", Rows.at(clock.instant()))
                .param("version", wanted.version())
                .update();
        if (written == 0) {
            return false;
        }
        audit.write(
                "enrolment.setting",
                null,
                county,
                Map.of(
                        "benefit",
                        wanted.benefit(),
                        "before",
                        before.toString(),
                        "after",
                        wanted.toString(),
                        "why",
                        why));
        return true;
    }

    private Map<String, Own> own(Place county, Scope scope) {
        Map<String, Own> own = new HashMap<>();
        if (scope.within(county).lo().isEmpty()) {
            return own;
        }
        jdbc.sql("select * from benefits.benefit_setting where county = :county")
                .param("county", county.path())
                .query((row, number) -> own.put(
                        row.getString("benefit"),
                        new Own(
                                row.getString("mode"),
                                row.getString("way"),
                                row.getString("first_payable"),
                                row.getObject("months_back", Integer.class),
                                row.getObject("notice_days", Integer.class),
                                row.getObject("answer_days", Integer.class),
                                row.getInt("version"))))
                .list();
        return own;
    }

    private Procedure effective(Place county, String benefit, @Nullable Own own) {
        Own set = own == null ? Own.NONE : own;
        return new Procedure(
                benefit,
                set.mode() == null ? shippedMode(county, benefit) : BenefitMode.valueOf(set.mode()),
                EnrolmentWay.valueOf(or(set.way(), county, WAY, EnrolmentWay.APPLICATION.name())),
                FirstPayableRule.valueOf(
                        or(set.firstPayable(), county, FIRST_PAYABLE, FirstPayableRule.FROM_APPROVAL.name())),
                number(set.monthsBack(), county, MONTHS_BACK),
                number(set.noticeDays(), county, NOTICE_DAYS),
                number(set.answerDays(), county, ANSWER_DAYS),
                set.version());
    }

    private BenefitMode shippedMode(Place county, String benefit) {
        Optional<String> mirrored = rules.setting(county, MIRRORED);
        return mirrored.isPresent()
                        && Arrays.asList(mirrored.get().split("[, ]+")).contains(benefit)
                ? BenefitMode.MIRRORED
                : BenefitMode.PAID_HERE;
    }

    private String or(@Nullable String own, Place county, String key, String unset) {
        return own == null ? rules.setting(county, key).orElse(unset) : own;
    }

    private int number(@Nullable Integer own, Place county, String key) {
        return own == null ? rules.setting(county, key).map(Integer::parseInt).orElse(0) : own;
    }

    private record Own(
            @Nullable String mode,
            @Nullable String way,
            @Nullable String firstPayable,
            @Nullable Integer monthsBack,
            @Nullable Integer noticeDays,
            @Nullable Integer answerDays,
            int version) {
        static final Own NONE = new Own(null, null, null, null, null, null, 0);
    }
}
