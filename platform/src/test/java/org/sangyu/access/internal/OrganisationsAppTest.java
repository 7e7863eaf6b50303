package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.internal.AccountKeeping.DeskWanted;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@Import(SignedInAs.class)
@TestPropertySource(properties = "sangyu.places=110101")
@DisplayName("单位，和设在单位里的岗位")
class OrganisationsAppTest {

    private static final Place COUNTY = new Place("C0G0809");

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @Autowired
    Organisations organisations;

    @Autowired
    AccountKeeping keeping;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountTables accounts;

    @Autowired
    Departments departments;

    @Autowired
    DeskMoves moves;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("部门资料里的来源都是登记簿认得的来源，每个部门中英文都有名称")
    void everySourceOfADepartmentIsOneOfTheRegister() {
        Set<String> known = Stream.of(FactSourceCode.values()).map(Enum::name).collect(Collectors.toSet());
        assertThat(departments.all())
                .hasSize(10)
                .allSatisfy(one -> assertThat(known).containsAll(one.sources()))
                .allSatisfy(one -> assertThat(one.chinese()).isNotBlank())
                .allSatisfy(one -> assertThat(one.english()).isNotBlank());
        assertThat(departments.find("public-security").orElseThrow().sources()).containsExactly("PUBLIC_SECURITY");
        assertThat(departments.find("finance").orElseThrow().sources()).isEmpty();
    }

    @Test
    @DisplayName("安全管理登记、更名、停用单位；同名的不收，缺什么说什么")
    void anOrganisationIsKept() throws Exception {
        web.perform(posted("/organisations", "kind", "DEPARTMENT", "department", "", "name", "", "place", "东城区"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请选择是哪个部门")))
                .andExpect(content().string(containsString("请填单位名称")));
        String page = add("FACILITY", "第一养老院");
        web.perform(posted("/organisations", "kind", "FACILITY", "name", "第一养老院", "place", "东城区"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("已经有同种类同名称的单位")));
        web.perform(posted(page + "/name", "name", "第一护理院")).andExpect(status().is3xxRedirection());
        web.perform(get("/organisations").param("q", "第一护").with(keeper()))
                .andExpect(content().string(containsString("第一护理院")))
                .andExpect(content().string(containsString("在用")));
        web.perform(posted(page + "/end")).andExpect(status().is3xxRedirection());
        web.perform(get(page).with(keeper())).andExpect(content().string(containsString("已停用")));
        web.perform(posted(page + "/name", "name", "第二护理院")).andExpect(status().isUnprocessableContent());
        web.perform(get("/organisations").with(as.desk(Role.ADMINISTRATOR, Place.NATION.path())))
                .andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("联络员须在部门，机构须在设施，服务商须在服务商；别的角色不在任何单位")
    void eachRoleNeedsItsKindOfOrganisation() {
        UUID department = make(Organisation.Kind.DEPARTMENT, "甲公安局");
        UUID facility = make(Organisation.Kind.FACILITY, "甲养老院");
        UUID provider = make(Organisation.Kind.PROVIDER, "甲服务社");
        assertThat(refusal(Role.LIAISON, null)).isEqualTo(AccountRefusal.NEEDS_ORGANISATION);
        assertThat(refusal(Role.LIAISON, facility)).isEqualTo(AccountRefusal.NEEDS_ORGANISATION);
        assertThat(refusal(Role.INSTITUTION_STAFF, provider)).isEqualTo(AccountRefusal.NEEDS_ORGANISATION);
        assertThat(refusal(Role.PROVIDER_HEAD, department)).isEqualTo(AccountRefusal.NEEDS_ORGANISATION);
        assertThat(refusal(Role.VISITOR, department)).isEqualTo(AccountRefusal.NO_ORGANISATION);
        assertThat(refusal(Role.COUNTY_CLERK, facility)).isEqualTo(AccountRefusal.NO_ORGANISATION);
        assertThat(refusal(Role.LIAISON, department)).isNull();
        assertThat(refusal(Role.INSTITUTION_HEAD, facility)).isNull();
        assertThat(refusal(Role.PROVIDER_WORKER, provider)).isNull();
        as(() -> organisations.end(organisations.find(department).orElseThrow()));
        assertThat(refusal(Role.LIAISON, department)).isEqualTo(AccountRefusal.ORGANISATION_OVER);
    }

    @Test
    @DisplayName("停用单位，其中的岗位当天就没有了，别的岗位还在；岗位知道自己以哪个部门的名义、能报送什么")
    void desksEndWithTheirOrganisation() {
        UUID department = make(Organisation.Kind.DEPARTMENT, "乙公安局");
        String name = as.account(Role.VILLAGE, "C0G0809001001");
        assertThat(give(name, Role.LIAISON, department)).isNull();
        assertThat(accounts.listDesks(name)).extracting(Desk::role).containsExactly(Role.VILLAGE, Role.LIAISON);
        Desk desk = accounts.listDesks(name).getLast();
        assertThat(desk.department()).isEqualTo("public-security");
        assertThat(Objects.requireNonNull(desk.organisation()).sources()).containsExactly("PUBLIC_SECURITY");
        assertThat(desk.place()).isEqualTo(COUNTY);
        as(() -> organisations.end(organisations.find(department).orElseThrow()));
        assertThat(accounts.listDesks(name)).extracting(Desk::role).containsExactly(Role.VILLAGE);
    }

    @Test
    @DisplayName("有截止日的单位：当天岗位还在，次日没有；未到起始日的还没有")
    void anOrganisationHasItsDays() {
        LocalDate today = LocalDate.now(clock);
        String name = as.account(Role.VILLAGE, "C0G0809001002");
        give(name, Role.INSTITUTION_HEAD, make("今天到期养老院", today, today));
        give(name, Role.INSTITUTION_STAFF, make("明天起的养老院", today.plusDays(1), null));
        assertThat(accounts.listDesks(name))
                .extracting(Desk::role)
                .containsExactly(Role.VILLAGE, Role.INSTITUTION_HEAD);
        assertThat(organisations.list("今天到期养老院", 0, 1).getFirst().isOver(today)).isFalse();
        assertThat(organisations.list("今天到期养老院", 0, 1).getFirst().isOver(today.plusDays(1)))
                .isTrue();
    }

    @Test
    @DisplayName("区划变更：单位和它的岗位跟过去，走访的岗位编号不变")
    void organisationsFollowAChangeOfPlaces() {
        Place from = new Place("C0G0809003");
        Place to = new Place("C0G0809004");
        UUID home = as(() -> organisations
                .add(new Organisations.NewOrganisation(
                        Organisation.Kind.FACILITY, "搬迁养老院", from, "", LocalDate.now(clock), null))
                .orElseThrow());
        String staff = as.account(Role.VILLAGE, "C0G0809005001");
        give(staff, Role.INSTITUTION_HEAD, home);
        String visitor = as.account(Role.VISITOR, from.path());
        UUID before = grants(visitor).getFirst().id();
        moves.follow(new PlaceFollower.Move(from.path(), to.path(), false));
        assertThat(organisations.find(home).orElseThrow().place()).isEqualTo(to);
        assertThat(accounts.listDesks(staff).getLast().place()).isEqualTo(to);
        assertThat(grants(visitor))
                .extracting(Grant::id, Grant::place)
                .containsExactly(org.assertj.core.api.Assertions.tuple(before, to));
    }

    private List<Grant> grants(String account) {
        return accounts.grantsOf(register.find(account).orElseThrow().id());
    }

    private String add(String kind, String name) throws Exception {
        String page = web.perform(posted("/organisations", "kind", kind, "name", name, "place", "东城区"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(page);
    }

    private UUID make(Organisation.Kind kind, String name) {
        String department = kind == Organisation.Kind.DEPARTMENT ? "public-security" : "";
        return as(() -> organisations
                .add(new Organisations.NewOrganisation(kind, name, COUNTY, department, LocalDate.now(clock), null))
                .orElseThrow());
    }

    private UUID make(String name, LocalDate from, @org.jspecify.annotations.Nullable LocalDate last) {
        return as(() -> organisations
                .add(new Organisations.NewOrganisation(Organisation.Kind.FACILITY, name, COUNTY, "", from, last))
                .orElseThrow());
    }

    private @org.jspecify.annotations.Nullable AccountRefusal refusal(
            Role role, @org.jspecify.annotations.Nullable UUID organisation) {
        return give(as.account(Role.VILLAGE, "C0G0809001003"), role, organisation);
    }

    private @org.jspecify.annotations.Nullable AccountRefusal give(
            String account, Role role, @org.jspecify.annotations.Nullable UUID organisation) {
        AccountEntry entry = register.find(account).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        return as(() -> keeping.giveDesk(
                        entry, new DeskWanted(role, COUNTY, organisation), new AccountKeeping.Days(today, null)))
                .refusal();
    }

    private <T> T as(Supplier<T> work) {
        return CurrentDesk.call(Desk.of("keeper", "测试", Role.SECURITY, Place.NATION), work);
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor keeper() {
        return as.desk(Role.SECURITY, Place.NATION.path());
    }

    private MockHttpServletRequestBuilder posted(String address, String... fields) {
        MockHttpServletRequestBuilder request = post(address).with(keeper()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request;
    }
}
