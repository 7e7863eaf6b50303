package org.sangyu.crash;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sangyu.benefits.internal.cycle.ReturnDesk;
import org.sangyu.benefits.internal.enrolment.ChangeAccount;
import org.sangyu.benefits.internal.enrolment.PayeeAccount;
import org.sangyu.shared.Role;

/**
 * What follows the bank's first answer: refused payments tried again to new accounts, the month closed, late news, and
 * the next month with back-pay and recoveries.
 */
final class NextMonth {

    private static final int NEW_ACCOUNTS = 60;
    private static final String NEW_BANK = "新开户银行";
    private static final String FIRST_CYCLE = "(select id from benefits.cycle order by number limit 1)";

    private final Office office;
    private final Batch batch;
    private final Bank bank;
    private final LateNews news;
    private final ChangeAccount accounts;
    private final ReturnDesk returns;

    NextMonth(Office office, ChangeAccount accounts, ReturnDesk returns) {
        this.office = office;
        this.batch = office.make(Batch.class);
        this.bank = office.make(Bank.class);
        this.news = office.make(LateNews.class);
        this.accounts = accounts;
        this.returns = returns;
    }

    List<Step> steps() {
        YearMonth next = YearMonth.from(office.today()).plusMonths(1);
        return Stream.of(
                        List.of(
                                office.step(
                                        "new accounts",
                                        "select count(*) > 0 from benefits.payee_account where bank = '%s'"
                                                .formatted(NEW_BANK),
                                        this::newAccounts),
                                office.job(
                                        "confirmed",
                                        "benefits.accounts",
                                        2,
                                        () -> office.as(Role.COUNTY_REVIEWER, accounts::confirmAll)),
                                office.job("tried again", "cycles.release", 2, batch::tryAgain),
                                office.job("answered again", "cycles.return", 2, bank::answer),
                                office.step(
                                        "settled",
                                        "select count(*) = 0 from benefits.pay_order where state = 'UNKNOWN' and cycle = "
                                                + FIRST_CYCLE,
                                        this::settle)),
                        batch.toTheEnd(),
                        List.of(
                                office.step("late news", LateNews.TOLD, news::tell),
                                office.step(
                                        "opened next",
                                        "select count(*) > 1 from benefits.cycle",
                                        () -> batch.open(next))),
                        batch.toTheBank(1, 2),
                        List.of(office.job("answered next", "cycles.return", 3, bank::answer)))
                .flatMap(List::stream)
                .toList();
    }

    /** Some of the refused bring a new account. */
    private void newAccounts() {
        List<String> refused = office.list("""
            select e.id || '/' || o.name from benefits.pay_order o join benefits.enrolment e on e.elder = o.elder
                and e.benefit = o.benefit and e.county = o.county and e.status = 'ACTIVE'
            where o.state = 'FAILED' order by o.seq limit %d\
            """.formatted(NEW_ACCOUNTS), String.class);
        office.as(Role.COUNTY_CLERK, () -> {
            office.inOne(() -> {
                for (int i = 0; i < refused.size(); i++) {
                    propose(refused.get(i).split("/", 2), i);
                }
            });
            return refused;
        });
    }

    private void propose(String[] enrolment, int number) {
        ChangeAccount.Result result = accounts.propose(new ChangeAccount.Command(
                UUID.fromString(enrolment[0]),
                PayeeAccount.Kind.SELF,
                enrolment[1],
                "",
                NEW_BANK,
                String.valueOf(6_200_000_000_000_000L + number),
                "原账户已销户"));
        if (!result.isDone()) {
            throw new IllegalStateException(result.toString());
        }
    }

    private void settle() {
        List<String> unknown = office.list(
                "select reference from benefits.pay_order where state = 'UNKNOWN' order by 1", String.class);
        UUID cycle = office.list("select id from benefits.cycle", UUID.class).getFirst();
        office.as(Role.COUNTY_FINANCE, () -> {
            office.inOne(() -> unknown.forEach(reference -> returns.settle(cycle, reference, true, "银行回单")));
            return unknown;
        });
    }
}
