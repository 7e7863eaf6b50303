package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
@Import(SignedInAs.class)
@DisplayName("代班与有期限的岗位")
class CoverAppTest {

    private static final String COUNTY = "C0G0802";
    private static final String TOWNSHIP = "C0G0802001";

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @Autowired
    Cover cover;

    @Autowired
    AccountTables accounts;

    @Autowired
    AccountKeeping keeping;

    @Autowired
    AccountRegister register;

    @Autowired
    DeskMoves moves;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("把岗位交给同县同事几天：首日前没有，首日到末日有，收回当即没有；岗位上写明代谁")
    void lendsADeskForSomeDays() throws Exception {
        String clerk = as.account(Role.COUNTY_CLERK, COUNTY);
        String town = as.account(Role.TOWNSHIP, TOWNSHIP);
        LocalDate today = LocalDate.now(clock);
        assertThat(as(clerk, Role.COUNTY_CLERK, () -> cover.lend(town, today.plusDays(1), today.plusDays(3))))
                .isNull();
        assertThat(roles(town)).containsExactly(Role.TOWNSHIP);
        assertThat(as(clerk, Role.COUNTY_CLERK, () -> cover.lend(town, today, today)))
                .isNull();
        assertThat(roles(town)).containsExactly(Role.TOWNSHIP, Role.COUNTY_CLERK);
        web.perform(get("/desks").with(as.desk(Role.TOWNSHIP, TOWNSHIP)))
                .andExpect(content().string(containsString("县区经办（代测试")));

        List<Cover.Lent> lent = as(clerk, Role.COUNTY_CLERK, cover::list);
        assertThat(lent).hasSize(2);
        for (Cover.Lent one : lent) {
            web.perform(post("/desks/cover/" + one.id() + "/end")
                            .with(as.desk(Role.COUNTY_CLERK, COUNTY))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/desks/cover"));
        }
        assertThat(roles(town)).containsExactly(Role.TOWNSHIP);
        web.perform(post("/desks/cover/" + lent.getFirst().id() + "/end")
                        .with(as.desk(Role.COUNTY_CLERK, COUNTY))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("交不出去的：外县的人、自己、三员、代来的岗位、过去的日子、超过规定的天数")
    void refusesWhatMustNotBeLent() {
        String chief = as.account(Role.COUNTY_CHIEF, COUNTY);
        String village = as.account(Role.VILLAGE, TOWNSHIP + "001");
        String far = as.account(Role.COUNTY_CHIEF, "C0G0803");
        String auditor = as.account(Role.AUDITOR, COUNTY);
        LocalDate today = LocalDate.now(clock);
        int most = cover.most();
        assertThat(lend(chief, far, today, today)).isEqualTo(Cover.Refusal.NO_COLLEAGUE);
        assertThat(lend(chief, chief, today, today)).isEqualTo(Cover.Refusal.NO_COLLEAGUE);
        assertThat(lend(chief, auditor, today, today)).isEqualTo(Cover.Refusal.NO_COLLEAGUE);
        assertThat(lend(chief, "nobody", today, today)).isEqualTo(Cover.Refusal.NO_COLLEAGUE);
        assertThat(lend(chief, village, today.minusDays(1), today)).isEqualTo(Cover.Refusal.DAYS);
        assertThat(lend(chief, village, today, today.minusDays(1))).isEqualTo(Cover.Refusal.DAYS);
        assertThat(lend(chief, village, today, today.plusDays(most))).isEqualTo(Cover.Refusal.DAYS);
        assertThat(lend(chief, village, today, today.plusDays(most - 1L))).isNull();
        assertThat(lend(chief, village, today, today)).isEqualTo(Cover.Refusal.ALREADY);
        assertThat(as(village, Role.COUNTY_CHIEF, () -> cover.lend(chief, today, today)))
                .isEqualTo(Cover.Refusal.LENT_ITSELF);
        assertThat(as(auditor, Role.AUDITOR, () -> cover.lend(village, today, today)))
                .isEqualTo(Cover.Refusal.NOT_THIS_DESK);
    }

    @Test
    @DisplayName("离岗当天，自己的和交出去的权限一起结束")
    void leavingEndsWhatWasLentToo() {
        String finance = as.account(Role.COUNTY_FINANCE, COUNTY);
        String reviewer = as.account(Role.COUNTY_REVIEWER, COUNTY);
        LocalDate today = LocalDate.now(clock);
        assertThat(as(finance, Role.COUNTY_FINANCE, () -> cover.lend(reviewer, today, today.plusDays(9))))
                .isNull();
        assertThat(roles(reviewer)).contains(Role.COUNTY_FINANCE);
        AccountEntry leaving = register.find(finance).orElseThrow();
        as(
                "keeper",
                Role.SECURITY,
                () -> keeping.endDesk(leaving, leaving.desks().getFirst()));
        assertThat(roles(finance)).isEmpty();
        assertThat(roles(reviewer)).containsExactly(Role.COUNTY_REVIEWER);
    }

    @Test
    @DisplayName("有首日和末日的岗位：末日当天还有，次日没有")
    void aDeskHasItsDays() throws Exception {
        String name = as.account(Role.VILLAGE, TOWNSHIP + "002");
        UUID id = register.find(name).orElseThrow().id();
        LocalDate today = LocalDate.now(clock);
        AccountEntry account = register.find(name).orElseThrow();
        as(
                "keeper",
                Role.SECURITY,
                () -> keeping.giveDesk(
                        account,
                        AccountKeeping.DeskWanted.of(Role.TOWNSHIP, new Place(TOWNSHIP)),
                        new AccountKeeping.Days(today, today)));
        assertThat(roles(name)).contains(Role.TOWNSHIP);
        web.perform(get("/accounts/" + id).with(as.desk(Role.SECURITY, Place.NATION.path())))
                .andExpect(content().string(containsString(today + " 至 " + today)));
        web.perform(post("/accounts/" + id + "/desks")
                        .param("role", "VILLAGE")
                        .param("place", "x")
                        .param("from", today.minusDays(1).toString())
                        .param("last", today.minusDays(2).toString())
                        .with(as.desk(Role.SECURITY, Place.NATION.path()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("首日应是今天或以后")))
                .andExpect(content().string(containsString("末日不早于首日")));
    }

    @Test
    @DisplayName("区划变更：有末日的岗位和代班一起跟过去，末日不变；受托人的岗位仍是授权的那一个")
    void datedDesksFollowAChangeOfPlaces() {
        String from = "C0G0809001";
        String to = "C0G0809002";
        String town = as.account(Role.TOWNSHIP, from);
        String village = as.account(Role.VILLAGE, from + "001");
        LocalDate today = LocalDate.now(clock);
        AccountEntry entry = register.find(village).orElseThrow();
        as(
                "keeper",
                Role.SECURITY,
                () -> keeping.giveDesk(
                        entry,
                        AccountKeeping.DeskWanted.of(Role.TOWNSHIP, new Place(from)),
                        new AccountKeeping.Days(today, today.plusDays(5))));
        assertThat(CurrentDesk.call(
                        Desk.of(town, "测试", Role.TOWNSHIP, new Place(from)),
                        () -> cover.lend(village, today, today.plusDays(3))))
                .isNull();
        UUID consent = UUID.randomUUID();
        UUID other = accounts.keepAccount(new AccountTables.NewAccount(UUID.randomUUID(), "r.move", "李芳", "x", false));
        accounts.keepGrant(
                other,
                new Grant(consent, "r.move", "李芳", Role.RELATIVE, new Place(from + "001"), UUID.randomUUID()),
                new AccountTables.Term(today, today.plusDays(9), null));

        moves.follow(new PlaceFollower.Move(from, to, false));

        assertThat(accounts.listDesks(village))
                .extracting(Desk::role, desk -> desk.place().path())
                .containsExactlyInAnyOrder(
                        tuple(Role.VILLAGE, to + "001"), tuple(Role.TOWNSHIP, to), tuple(Role.TOWNSHIP, to));
        assertThat(register.find(village).orElseThrow().desks())
                .filteredOn(desk ->
                        desk.role() == Role.TOWNSHIP && desk.place().path().equals(to))
                .extracting(AccountEntry.DeskEntry::to)
                .containsExactlyInAnyOrder(today.plusDays(6), today.plusDays(4));
        assertThat(accounts.grantsOf(other)).extracting(Grant::id).containsExactly(consent);
    }

    @Test
    @DisplayName("老年人和受托人的账号不归安全管理员管：查不到，也就给不了岗位")
    void personalAccountsAreNobodysToKeep() throws Exception {
        String name = as.elderAccount(new org.sangyu.shared.ElderId(UUID.randomUUID()), TOWNSHIP + "009");
        UUID id = accounts.findForSignIn(name).orElseThrow().id();
        assertThat(register.find(name)).isEmpty();
        assertThat(register.list(name, 0, 10)).isEmpty();
        web.perform(post("/accounts/" + id + "/desks")
                        .param("role", "CITY")
                        .param("place", "x")
                        .with(as.desk(Role.SECURITY, Place.NATION.path()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    private Cover.Refusal lend(String from, String to, LocalDate first, LocalDate last) {
        return as(from, Role.COUNTY_CHIEF, () -> cover.lend(to, first, last));
    }

    private List<Role> roles(String account) {
        return accounts.listDesks(account).stream().map(Desk::role).toList();
    }

    private static <T> T as(String account, Role role, java.util.function.Supplier<T> deed) {
        Place place = new Place(role == Role.SECURITY ? Place.NATION.path() : COUNTY);
        return CurrentDesk.call(Desk.of(account, "测试", role, place), deed::get);
    }
}
