package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.sangyu.ui.PageNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@TestPropertySource(properties = {"sangyu.sign-in.failures=1000000", "sangyu.sign-in.failures-everywhere=1000000"})
@DisplayName("每个地址对胡乱的输入")
class EveryRouteAppTest extends Town {

    private static final List<Role> DESKS = List.of(
            Role.COUNTY_CLERK,
            Role.COUNTY_CHIEF,
            Role.COUNTY_FINANCE,
            Role.TOWNSHIP,
            Role.VILLAGE,
            Role.ADMINISTRATOR,
            Role.SECURITY,
            Role.AUDITOR,
            Role.LIAISON,
            Role.HOTLINE,
            Role.VISITOR);
    private static final int MOST_IN_A_QUERY = 12;
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern NAMED = Pattern.compile("\\bname ?= ?\"([A-Za-z][A-Za-z0-9_-]*)\"");
    private static final Pattern INSIDES = Pattern.compile("(?m)^\\s*at"
            + " [a-z]+\\.|[A-Za-z]+Exception\\b|org\\.(sangyu|springframework|postgresql)\\.|SQLSTATE|Whitelabel");

    /** What nobody should send and somebody will. */
    private static final Map<String, String> GARBAGE = garbage();

    private static final List<String> PAGES = List.of("0", "-1", "abc", "", "2", "999999999999");

    private final RequestMappingHandlerMapping routes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    EveryRouteAppTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.routes = routes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private static Map<String, String> garbage() {
        Map<String, String> garbage = new LinkedHashMap<>();
        garbage.put("空", "");
        garbage.put("负数", "-1");
        garbage.put("大数", "99999999999999999999");
        garbage.put("没有的日子", "2026-13-45");
        garbage.put("代码", "<script>alert(1)</script>'\"\\%_{0}${1}");
        garbage.put("空字符", "a\u0000b");
        garbage.put("太长，还有半个字", "\uD842" + "长".repeat(600));
        return garbage;
    }

    @Test
    @DisplayName("查询里写什么都有回答")
    void answersAnyQuery() {
        Map<Role, Visitor> desks = desks();
        List<String> broken = new ArrayList<>();
        List<String> names = asked();
        for (String pattern : new Sitemap(routes).patterns("GET")) {
            for (String address : wrong(pattern)) {
                check("GET " + address, visitor(desks, address).get(address), broken);
            }
            String address = real(pattern);
            GARBAGE.forEach((kind, value) -> check(
                    "GET " + address + " " + kind, visitor(desks, address).get(address + query(names, value)), broken));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    @DisplayName("表单里缺什么、写什么、重复什么都有回答，每个岗位都试")
    void answersAnyForm() {
        Map<Role, Visitor> desks = desks();
        List<String> broken = new ArrayList<>();
        List<String> names = names();
        for (String pattern : new Sitemap(routes).patterns("POST")) {
            desks.forEach((role, desk) -> {
                String address = real(pattern);
                String what = role + " POST " + address + " ";
                Visitor.Answer nothing = desk.post(address, Map.of());
                check(what + "什么也没填", nothing, broken);
                if (nothing.status() != 403) {
                    for (String other : wrong(pattern)) {
                        check(role + " POST " + other, desk.post(other, Map.of()), broken);
                    }
                    GARBAGE.forEach(
                            (kind, value) -> check(what + kind, desk.post(address, twice(names, value)), broken));
                    byte[] json = "{".getBytes(StandardCharsets.UTF_8);
                    check(what + "别的类型", desk.raw(address, "application/json", json), broken);
                    check(what + "断了", desk.raw(address, "multipart/form-data; boundary=x", json), broken);
                }
            });
        }
        assertThat(broken).isEmpty();
    }

    @Test
    @DisplayName("页码写什么都是那张列表：不是页码的是第一页，太大的是最后一页")
    void anyPageNumberIsAPageOfTheList() {
        Map<Role, Visitor> desks = desks();
        List<String> broken = new ArrayList<>();
        routes.getHandlerMethods().forEach((info, handler) -> {
            if (!Sitemap.answers(info, "GET")
                    || !Stream.of(handler.getMethodParameters()).anyMatch(EveryRouteAppTest::isPaged)) {
                return;
            }
            for (String pattern : info.getPatternValues()) {
                String address = real(pattern);
                Visitor visitor = visitor(desks, address);
                int wanted = visitor.get(address).status();
                for (String number : PAGES) {
                    int found = visitor.get(address + "?page=" + number).status();
                    if (found != wanted) {
                        broken.add(address + "?page=" + number + " → " + found + ", not " + wanted);
                    }
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    /** Reads a number of a page, by itself, in a record or with the whole query. */
    private static boolean isPaged(MethodParameter parameter) {
        return read(parameter).contains("page")
                || parameter.hasParameterAnnotation(RequestParam.class)
                        && Map.class.isAssignableFrom(parameter.getParameterType());
    }

    @Test
    @DisplayName("页码只有一种读法")
    void pageNumbersAreReadInOneWay() {
        List<String> other = routes.getHandlerMethods().values().stream()
                .flatMap(handler -> Stream.of(handler.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        && read(parameter).contains("page")
                        && parameter.getParameterType() != PageNumber.class)
                .map(MethodParameter::toString)
                .toList();
        assertThat(other).isEmpty();
    }

    private Map<Role, Visitor> desks() {
        Map<Role, Visitor> desks = new EnumMap<>(Role.class);
        DESKS.forEach(role -> desks.put(role, Visitor.signedIn(address(""), elsewhere(role))));
        return desks;
    }

    private static Visitor visitor(Map<Role, Visitor> desks, String address) {
        Role role = address.startsWith("/me")
                ? Role.VILLAGE
                : address.startsWith("/visits")
                        ? Role.VISITOR
                        : address.startsWith("/hotline")
                                ? Role.HOTLINE
                                : address.startsWith("/organisations") ? Role.SECURITY : Role.COUNTY_CLERK;
        return java.util.Objects.requireNonNull(desks.get(role));
    }

    private static void check(String what, Visitor.Answer answer, List<String> broken) {
        Matcher insides = INSIDES.matcher(answer.body());
        if (answer.status() >= 500) {
            broken.add(what + " → " + answer.status());
        } else if (insides.find()) {
            broken.add(what + " shows " + insides.group());
        } else if (answer.body().contains("<script>alert")) {
            broken.add(what + " runs what was typed");
        } else if (answer.status() >= 400 && !answer.body().contains("<html lang=\"zh-CN\">")) {
            broken.add(what + " → " + answer.status() + " without a page");
        }
    }

    /** The route with ids that are none and with one that nobody has; nothing when it has no variable. */
    private static List<String> wrong(String pattern) {
        return Sitemap.VARIABLE.matcher(pattern).find()
                ? List.of(
                        Sitemap.filled(pattern, "0"),
                        Sitemap.filled(pattern, "%F0%9F%92%A9"),
                        Sitemap.filled(pattern, "0190a8e0-0000-7000-8000-000000000001"))
                : List.of();
    }

    /** The route with what is there, as far as the test knows any. */
    private String real(String pattern) {
        String elder = "/elders/{id}";
        String filled = pattern.startsWith(elder)
                ? elder.replace("{id}", someElder()) + pattern.substring(elder.length())
                : pattern;
        return filled.replace("/policies/documents/{id}", "/policies/documents/" + someDocument())
                .replace("/policies/lists/{kind}", "/policies/lists/missing")
                .replace("/places/{id}", "/places/1")
                .replaceAll(Sitemap.VARIABLE.pattern(), "0190a8e0-0000-7000-8000-000000000002");
    }

    private String someElder() {
        Desk desk = Desk.of("test", "测试", Role.ADMINISTRATOR, org.sangyu.shared.Place.NATION);
        return CurrentDesk.call(
                desk,
                () -> java.util.Objects.requireNonNull(transaction.<String>execute(
                        status -> jdbc.sql("select id from registry.elder order by place desc, id limit 1")
                                .query(UUID.class)
                                .single()
                                .toString())));
    }

    private static String someDocument() {
        try (Stream<Path> files = Files.walk(Path.of("../packs"))) {
            return files.filter(file -> file.endsWith("documents.yaml"))
                    .flatMap(EveryRouteAppTest::lines)
                    .map(Pattern.compile("^\\s*-? ?id: *([a-z0-9-]+)")::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every part of a query that some page reads. */
    private List<String> asked() {
        TreeSet<String> names = new TreeSet<>(List.of("place", "tag", "age", "life", "sort", "after", "kind"));
        routes.getHandlerMethods().forEach((info, handler) -> {
            if (Sitemap.answers(info, "GET")) {
                for (MethodParameter parameter : handler.getMethodParameters()) {
                    names.addAll(read(parameter));
                }
            }
        });
        return List.copyOf(names);
    }

    private static List<String> read(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null && !Map.class.isAssignableFrom(type)) {
            return List.of(asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name());
        }
        boolean form = type.isRecord() && type.getPackageName().endsWith("web");
        return form
                ? Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
    }

    /** Every name a field has anywhere on a page. */
    private static List<String> names() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            TreeSet<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .flatMap(EveryRouteAppTest::lines)
                    .flatMap(line -> NAMED.matcher(line).results())
                    .map(found -> found.group(1))
                    .forEach(names::add);
            names.removeAll(List.of("_csrf", "viewport", "htmx-config", "lang"));
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String query(List<String> names, String value) {
        String shorter = value.length() > MOST_IN_A_QUERY ? value.substring(0, MOST_IN_A_QUERY) : value;
        StringBuilder query = new StringBuilder("?");
        for (String name : names) {
            query.append(name)
                    .append('=')
                    .append(URLEncoder.encode(shorter, StandardCharsets.UTF_8))
                    .append('&');
        }
        return query.toString();
    }

    private static List<Map.Entry<String, String>> twice(List<String> names, String value) {
        return Stream.of(names, names)
                .flatMap(List::stream)
                .map(name -> Map.entry(name, value))
                .toList();
    }
}
