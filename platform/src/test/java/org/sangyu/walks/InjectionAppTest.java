package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.access.Accounts;
import org.sangyu.access.DemoAccount;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Role;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What is typed, uploaded or taken out stays text: no formula, no entity, no SQL, no path. */
@DisplayName("填的、传的、导出的，都只是字")
class InjectionAppTest extends Town {

    private static final List<String> FORMULAS = List.of(
            "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=HYPERLINK(\"http://evil.invalid\")", "=cmd|'/c calc'!A0");

    private static final List<String> SQL = List.of(
            "' or '1'='1",
            "'; drop table access.account; --",
            "1; select pg_sleep(30)",
            "id desc, (select pg_sleep(30))",
            "\" or \"\"=\"",
            "%' or 1=1 -- ",
            "$$ || pg_sleep(30) || $$",
            "\\'; delete from access.desk_grant; --");

    @Autowired
    Accounts accounts;

    @Autowired
    Files files;

    @Value("${sangyu.db.url}")
    String url;

    @Test
    @DisplayName("像公式的姓名导出来是文字格，没有一格是公式；原样导回去也还是文字")
    void namesLikeFormulasLeaveAsText() throws IOException {
        DemoAccount clerk = elsewhere(Role.COUNTY_CLERK);
        String county = accounts.listDesks(clerk.account()).getFirst().place().path();
        for (int i = 0; i < FORMULAS.size(); i++) {
            run("update registry.elder set name = '" + FORMULAS.get(i).replace("'", "''") + "' where id = (select id"
                    + " from registry.elder where place like '" + county + "%' and died is null and name not like '%1%'"
                    + " and name not like '=%' order by id offset " + i + " limit 1)");
        }
        Visitor here = Visitor.signedIn(address(""), clerk);
        here.post("/elders/export", Map.of());
        waitForJobs();
        byte[] book = stored(text("select sha256 from files.file where account = '" + clerk.account()
                + "' and media_type like '%sheet' order by stored_at desc limit 1"));
        List<String> names = new ArrayList<>();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book));
                var rows = read.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
                names.add(row.getCell(0).getText());
            });
        }
        assertThat(names).containsAll(FORMULAS);
        assertThat(String.join("", parts(book).values())).doesNotContain("<f>", "<f ", "externalLink", "DDE");
        Visitor.Answer taken = here.upload("/imports", Visitor.Upload.of("导回.xlsx", book));
        assertThat(taken.status()).isEqualTo(302);
        String page =
                here.get(taken.location().replaceFirst("https?://[^/]+", "")).body();
        assertThat(page).contains("=1+1").doesNotContain("<a href=\"http://evil.invalid");
    }

    @Test
    @DisplayName("名册里的外部实体不读：本机文件的内容进不来，也不替人去连网")
    void entitiesInARosterAreNotRead() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        outside.start();
        try {
            Visitor here = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
            String elsewhere = "http://127.0.0.1:" + outside.getAddress().getPort() + "/x";
            for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml")) {
                for (String entity : List.of("file:///etc/hostname", elsewhere)) {
                    byte[] book = withEntity(part, entity);
                    Visitor.Answer answer = here.upload("/imports", Visitor.Upload.of("实体.xlsx", book));
                    assertThat(answer.status()).as(part).isIn(302, 422);
                    String page = answer.status() == 302
                            ? here.get(answer.location().replaceFirst("https?://[^/]+", ""))
                                    .body()
                            : answer.body();
                    assertThat(page).as(part).doesNotContain(hostname());
                }
            }
        } finally {
            outside.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("新近页面的每个查找、排序、日期里写 SQL：当作字，找不到就说找不到，什么也没少")
    void sqlInNewerPagesIsText() {
        String before = counts();
        String elder = text("select id from registry.elder where place like '"
                + accounts.listDesks(elsewhere(Role.COUNTY_CLERK).account())
                        .getFirst()
                        .place()
                        .path() + "%' limit 1");
        Map<Role, List<String>> pages = Map.of(
                Role.AUDITOR, List.of("/ledger"),
                Role.SECURITY, List.of("/accounts", "/vendors"),
                Role.ADMINISTRATOR, List.of("/view-as", "/policies/documents"),
                Role.COUNTY_CLERK,
                        List.of(
                                "/elders/" + elder + "/consents",
                                "/elders/" + elder + "/plain/looked",
                                "/desks/cover",
                                "/desks/view",
                                "/comparisons/unseen",
                                "/comparisons/checks",
                                "/enrolments/deliveries"));
        long begun = System.nanoTime();
        pages.forEach((role, addresses) -> {
            Visitor visitor = Visitor.signedIn(address(""), elsewhere(role));
            addresses.forEach(address -> SQL.forEach(typed -> {
                Visitor.Answer answer = visitor.get(address + "?" + query(typed));
                assertThat(answer.status()).as(address + " " + typed).isLessThan(500);
            }));
        });
        assertThat(Visitor.signedIn(address(""), account(Role.AUDITOR))
                        .get("/ledger?who=" + encoded("' or '1'='1"))
                        .body())
                .contains("没有");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("nobody slept")
                .isLessThan(Duration.ofSeconds(120));
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    @DisplayName("表单里写 SQL：代班、授权、查看他人页面都只当作字")
    void sqlInNewerFormsIsText() {
        Visitor here = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        Visitor admin = Visitor.signedIn(address(""), elsewhere(Role.ADMINISTRATOR));
        String before = counts();
        for (String typed : SQL.subList(0, 3)) {
            assertThat(here.post("/desks/cover", Map.of("colleague", typed, "from", typed, "last", typed))
                            .status())
                    .isEqualTo(422);
            assertThat(admin.post("/view-as", Map.of("account", typed, "code", typed, "reason", typed))
                            .status())
                    .isEqualTo(422);
        }
        run("delete from access.sign_in_failure");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    @DisplayName("文件名里的路径、换行到了下载时不起作用")
    void pathsInNamesOfDownloadsAreNames() throws IOException, InterruptedException {
        DemoAccount clerk = elsewhere(Role.COUNTY_CLERK);
        Visitor here = Visitor.signedIn(address(""), clerk);
        for (String name : List.of(
                "../../etc/cron.d/x.csv",
                "..\\..\\win.csv",
                "a\r\nX-Evil: 1\r\n.csv",
                "a\"; filename=\"b.exe",
                "/etc/passwd")) {
            String sha = CurrentDesk.call(
                            accounts.listDesks(clerk.account()).getFirst(),
                            () -> files.store(
                                    name, "text/csv", out -> out.write(name.getBytes(StandardCharsets.UTF_8))))
                    .sha256();
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address("/files/" + sha)))
                                    .header("Cookie", "SANGYU=" + here.cookie())
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Evil")).as(name).isEmpty();
            String disposition =
                    answer.headers().firstValue("Content-Disposition").orElse("");
            assertThat(disposition)
                    .as(name)
                    .startsWith("attachment")
                    .doesNotContain("/", "..", "%2F", "%5C", "; filename=\"b.exe");
        }
    }

    private static String query(String typed) {
        StringBuilder query = new StringBuilder();
        for (String name : List.of(
                "who", "about", "verb", "from", "last", "sort", "order", "page", "q", "kind", "state", "place",
                "over")) {
            query.append(name).append('=').append(encoded(typed)).append('&');
        }
        return query.toString();
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private String counts() {
        return text(
                "select (select count(*) from access.account) || ' ' || (select count(*) from access.desk_grant where"
                        + " to_day is null) || ' ' || (select count(*) from registry.elder) || ' ' || (select count(*) from"
                        + " registry.consent)");
    }

    private byte[] stored(String sha) throws IOException {
        try (var in = files.open(sha)) {
            return in.readAllBytes();
        }
    }

    private static String hostname() throws IOException {
        return java.nio.file.Files.readString(Path.of("/etc/hostname")).strip();
    }

    /** A workbook in which one part begins with a document type that reads from elsewhere. */
    private static byte[] withEntity(String part, String entity) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("一");
            sheet.value(0, 0, "姓名");
            sheet.value(0, 1, "身份证号");
            sheet.value(1, 0, "王一");
        }
        Map<String, String> parts = parts(bytes.toByteArray());
        String whole = parts.get(part);
        assertThat(whole).as(part).isNotNull();
        String dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + entity + "\"><!ENTITY % p SYSTEM \"" + entity + "\">%p;]>";
        int root = whole.indexOf("?>") + 2;
        parts.put(part, whole.substring(0, root) + dtd + whole.substring(root).replace("王一", "王&e;一"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> one : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static Map<String, String> parts(byte[] book) throws IOException {
        Path file = java.nio.file.Files.createTempFile("book-", ".xlsx");
        Map<String, String> parts = new LinkedHashMap<>();
        java.nio.file.Files.write(file, book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            java.nio.file.Files.delete(file);
        }
        return parts;
    }

    private String text(String question) {
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String statement) {
        try (Connection connection = TestDatabases.behind(url);
                Statement running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
