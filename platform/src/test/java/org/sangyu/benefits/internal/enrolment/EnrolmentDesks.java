package org.sangyu.benefits.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sangyu.benefits.internal.enrolment.EnrolmentStatus.*;
import static org.sangyu.benefits.internal.enrolment.EnrolmentVerb.*;
import static org.sangyu.benefits.internal.enrolment.Invented.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.sangyu.benefits.internal.enrolment.MoveEnrolments.Result;
import org.sangyu.registry.AnsweredBy;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.HitAnswered;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.AlreadyReceiving;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.testing.FreshDatabase;
import org.sangyu.ui.Dictionary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Enrolment on a real database with every desk of an invented county; each class begins with an empty one. */
@FreshDatabase
@SpringBootTest(classes = EnrolmentDesks.World.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class EnrolmentDesks {

    /**
     * Enrolment's own beans on a real database; policy, registry and jobs are twins in memory ({@link Invented}).
     *
     * <p>Named where it is used and not marked as a configuration: else tests of the whole program would find it too.
     */
    @ComponentScan(
            basePackages = {
                "org.sangyu.benefits.internal.enrolment",
                "org.sangyu.benefits.internal.unclaimed",
                "org.sangyu.shared"
            })
    @Import(Dictionary.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class World {}

    static final Desk VILLAGE_DESK = desk(Role.VILLAGE, VILLAGE, "village");

    static final Desk TOWNSHIP_DESK = desk(Role.TOWNSHIP, TOWNSHIP, "township");

    static final Desk CLERK = desk(Role.COUNTY_CLERK, COUNTY, "clerk");

    static final Desk REVIEWER = desk(Role.COUNTY_REVIEWER, COUNTY, "reviewer");

    static final Desk CHIEF = desk(Role.COUNTY_CHIEF, COUNTY, "chief");

    static final Desk NATION = desk(Role.ADMINISTRATOR, "C", "system");

    @Autowired
    Rules rules;

    @Autowired
    Everybody everybody;

    @Autowired
    Ledger ledger;

    @Autowired
    JobsAtOnce jobs;

    @Autowired
    Enrolments enrolments;

    @Autowired
    MoveEnrolments moves;

    @Autowired
    ChangeAccount change;

    @Autowired
    PayeeAccounts accounts;

    @Autowired
    ApplyForBenefit apply;

    @Autowired
    Procedures procedures;

    @Autowired
    Holds holds;

    @Autowired
    Notices notices;

    @Autowired
    OpenBooks books;

    @Autowired
    FollowPeople follow;

    @Autowired
    FollowComparison comparison;

    @Autowired
    Lists lists;

    @Autowired
    ReceivedFacts facts;

    @Autowired
    TimeOrderedIds ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void nobody() {
        rules.people.clear();
        everybody.all.clear();
        rules.settings.put(Procedures.MONTHS_BACK, "0");
        rules.settings.put(Procedures.NOTICE_DAYS, "0");
    }

    static Comparisons.Hit hitOf(PeopleCompared list, int row, ElderId elder) {
        return new Comparisons.Hit(
                list.comparison(),
                row,
                elder,
                new Place(VILLAGE),
                list.kind(),
                list.source(),
                LocalDate.of(2026, 5, 3));
    }

    PeopleCompared hit(Comparisons.Kind kind, ElderId elder) {
        UUID list = UUID.randomUUID();
        lists.hits.add(new Comparisons.Hit(
                list, 2, elder, new Place(VILLAGE), kind, FactSourceCode.PUBLIC_SECURITY, LocalDate.of(2026, 5, 3)));
        return new PeopleCompared(
                list,
                new Place(COUNTY),
                FactSourceCode.PUBLIC_SECURITY,
                kind,
                LocalDate.of(2026, 6, 1),
                1,
                new AnsweredBy("clerk", "测试", Role.COUNTY_CLERK));
    }

    static HitAnswered answered(PeopleCompared list, ElderId elder, @Nullable LocalDate day) {
        return new HitAnswered(
                list.comparison(),
                2,
                elder,
                list.county(),
                list.kind(),
                day != null,
                day,
                "见到本人",
                new AnsweredBy("village", "测试", Role.VILLAGE));
    }

    ElderId lives(String village, @Nullable String born) {
        ElderId elder = ids.nextElder();
        LocalDate day = born == null ? null : LocalDate.parse(born);
        rules.people.put(elder, new Rules.Known(new Place(village), day, null));
        everybody.all.put(elder, new People.Person(elder, "王秀英", "F", day, null, null, new Place(village)));
        return elder;
    }

    ElderId enrolled(String born) {
        ElderId elder = lives(VILLAGE, born);
        begin(elder);
        return elder;
    }

    void begin(ElderId elder) {
        compare();
        act(VILLAGE_DESK, CHECK, elder);
        act(TOWNSHIP_DESK, REVIEW, elder);
        act(CLERK, APPROVE, elder);
        propose(CLERK, only(CLERK, elder), "62170000" + elder.value().hashCode());
        confirm(REVIEWER, only(CLERK, elder));
    }

    void moveTo(ElderId elder, String place) {
        People.Person old = everybody.all.get(elder);
        everybody.all.put(
                elder, new People.Person(elder, old.name(), old.sex(), old.born(), null, null, new Place(place)));
        rules.people.put(elder, new Rules.Known(new Place(place), old.born(), null));
    }

    void compare() {
        at(CLERK, () -> {
            jobs.run(UUID.randomUUID(), ProposeJob.KIND, Map.of("county", COUNTY, "month", "2026-06"));
            return true;
        });
    }

    MoveEnrolments.Command command(EnrolmentVerb verb, ElderId elder) {
        return new MoveEnrolments.Command(verb, Selection.of(anywhere(elder).id()), "", null);
    }

    long act(Desk desk, EnrolmentVerb verb, ElderId elder) {
        return run(desk, verb, elder, "");
    }

    long run(Desk desk, EnrolmentVerb verb, ElderId elder, String why) {
        UUID id = anywhere(elder).id();
        Result result = at(desk, () -> moves.run(new MoveEnrolments.Command(verb, Selection.of(id), why, null)));
        return ((Result.Done) result).moved();
    }

    ApplyForBenefit.Result applied(ElderId elder, String benefit) {
        return at(VILLAGE_DESK, () -> apply.run(new ApplyForBenefit.Command(elder, benefit, "本人")));
    }

    void propose(Desk desk, Enrolment enrolment, String number) {
        assertThat(at(desk, () -> change.propose(account(enrolment, number.replace("-", ""), "")))
                        .wrong())
                .isEmpty();
    }

    static ChangeAccount.Command account(Enrolment enrolment, String number, String why) {
        return new ChangeAccount.Command(enrolment.id(), PayeeAccount.Kind.SELF, "王秀英", "", "农商行", number, why);
    }

    void confirm(Desk desk, Enrolment enrolment) {
        assertThat(confirmed(desk, enrolment)).isEqualTo(1);
    }

    long confirmed(Desk desk, Enrolment enrolment) {
        List<UUID> proposed = at(CLERK, () -> accounts.of(enrolment.id(), CLERK.scope())).stream()
                .filter(account -> account.state() == PayeeAccount.State.PROPOSED)
                .map(PayeeAccount::id)
                .toList();
        return at(desk, () -> change.confirm(proposed));
    }

    Enrolment anywhere(ElderId elder) {
        return only(NATION, elder);
    }

    Enrolment only(Desk desk, ElderId elder) {
        List<Enrolment> all = all(desk, elder);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    List<Enrolment> all(Desk desk, ElderId elder) {
        return at(desk, () -> enrolments.of(elder, desk.scope()));
    }

    static AlreadyReceiving.Row row(
            int number, ElderId elder, String benefit, AlreadyReceiving.@Nullable Account account) {
        return new AlreadyReceiving.Row(
                number, elder, new Place(VILLAGE), benefit, new Money(5_000), YearMonth.of(2026, 5), account);
    }

    static AlreadyReceiving.Row paidUpTo(int number, ElderId elder, String benefit, YearMonth paidUpTo) {
        return new AlreadyReceiving.Row(number, elder, new Place(VILLAGE), benefit, new Money(5_000), paidUpTo, null);
    }

    static AlreadyReceiving.Account account() {
        byte[] bytes = "6217000011112222".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new AlreadyReceiving.Account("农商行", "王秀英", false, bytes, bytes, 1, "2222");
    }

    static <T> T at(Desk desk, Callable<T> work) {
        return CurrentDesk.call(desk, () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
