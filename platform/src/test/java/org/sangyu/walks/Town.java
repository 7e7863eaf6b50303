package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.access.internal.SignedInAs;
import org.sangyu.jobs.JobBoard;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.sangyu.testing.Settled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A small demonstration that all walks share: two counties with documents of their own, a third beside the second without
 * people and documents, invented people, an account for
 * every desk. The walks work in the first county; what only tries to do harm works in the second.
 */
@AppTest
@Import(SignedInAs.class)
@TestPropertySource(
        properties = {
            "sangyu.demonstration=true",
            "sangyu.places=511724,511702,410902",
            "sangyu.demo.scale=0.003",
            "sangyu.messages.way=file",
            "sangyu.fields.refresh=1s"
        })
abstract class Town {

    @LocalServerPort
    private int port;

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private JobBoard jobs;

    /** The people are there, and no job of a walk before is still at work. */
    @BeforeEach
    void everybodyIsIn() {
        waitForJobs();
        assertThat(accounts.listAll()).anyMatch(one -> one.role() == Role.ELDER);
    }

    void waitForJobs() {
        Settled.await(jobs, accounts);
    }

    /** The account of that work in the first county, or the only one there is. */
    DemoAccount account(Role role) {
        return all(role).getFirst();
    }

    /** The account of that work in the other county; the same one where there is only one. */
    DemoAccount elsewhere(Role role) {
        return all(role).getLast();
    }

    private List<DemoAccount> all(Role role) {
        return accounts.listAll().stream()
                .filter(one -> one.role() == role
                        && !(role == Role.COUNTY_REVIEWER && one.account().endsWith("chief")))
                .toList();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    int port() {
        return port;
    }
}
