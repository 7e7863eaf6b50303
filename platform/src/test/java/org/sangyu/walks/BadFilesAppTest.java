package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that are not what they say, and requests that no browser would send. */
@DisplayName("送错的文件，胡乱的请求")
class BadFilesAppTest extends Town {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};
    private static final byte[] OLD_EXCEL = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
    };
    private static final int TOO_LARGE = 67 * 1024 * 1024;

    @Autowired
    private org.sangyu.shared.Files files;

    @Autowired
    private org.sangyu.access.Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Value("${sangyu.data}")
    private Path data;

    @Test
    @DisplayName("导入：空的、改了名的、老格式的、坏的、没有表头的文件，都说得出为什么")
    void rosters() throws IOException {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        byte[] workbook = workbook();
        for (Visitor.Upload file : List.of(
                Visitor.Upload.of("空.xlsx", new byte[0]),
                Visitor.Upload.of("照片.xlsx", PICTURE),
                Visitor.Upload.of("照片.png", PICTURE),
                Visitor.Upload.of("旧.xls", OLD_EXCEL),
                Visitor.Upload.of("旧.xlsx", OLD_EXCEL),
                Visitor.Upload.of("压缩.xlsx", zip("a.txt")),
                Visitor.Upload.of("断.xlsx", Arrays.copyOf(workbook, workbook.length / 2)),
                Visitor.Upload.of("程序.exe", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}),
                Visitor.Upload.of("零.csv", new byte[500]))) {
            Visitor.Answer answer = clerk.upload("/imports", file);
            assertThat(answer.status()).as(file.name()).isEqualTo(422);
            assertThat(answer.body()).as(file.name()).contains("id=\"file-error\"", "href=\"#file\"");
        }
        assertThat(clerk.post("/imports", Map.of()).status()).isEqualTo(422);
        assertThat(clerk.raw("/imports", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("导入：名字写错、内容对的照样收下；名字里的路径和怪字不起作用")
    void rosterUnderAnotherName() throws IOException {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        byte[] gbk = "姓名,身份证号\n王一,\n".getBytes(Charset.forName("GBK"));
        for (Visitor.Upload file : List.of(
                Visitor.Upload.of("花名册.csv", workbook()),
                Visitor.Upload.of("花名册.xlsx", gbk),
                Visitor.Upload.of("../../etc/passwd.csv", gbk),
                Visitor.Upload.of("长".repeat(300) + ".csv", gbk),
                Visitor.Upload.of("<script>alert(1)</script>.csv", gbk))) {
            Visitor.Answer answer = clerk.upload("/imports", file);
            assertThat(answer.status()).as(file.name()).isIn(302, 422);
            if (answer.status() == 302) {
                String page = clerk.get(answer.location().replaceFirst("https?://[^/]+", ""))
                        .body();
                assertThat(page).doesNotContain("<script>alert", "../..");
            }
        }
    }

    @Test
    @DisplayName("超过 64 MB 的文件：一句话，不断线")
    void tooLarge() {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        Visitor.Answer answer = clerk.upload("/imports", Visitor.Upload.of("大.csv", new byte[TOO_LARGE]));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("64 MB");
    }

    @Test
    @DisplayName("传到一半断了：什么也没有留下，再传照样收")
    void cutOff() throws IOException {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        long before = count("select count(*) from registry.intake");
        byte[] body = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"断.csv\"\r\n\r\n姓名,身份证号\r\n")
                .getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", port())) {
            String head = "POST /imports HTTP/1.1\r\nHost: 127.0.0.1\r\n" + clerk.credentials()
                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        }
        assertThat(clerk.raw("/imports", "multipart/form-data; boundary=x", body)
                        .status())
                .as("结尾没有到")
                .isEqualTo(400);
        assertThat(count("select count(*) from registry.intake")).isEqualTo(before);
        assertThat(incoming()).isEmpty();
        assertThat(clerk.upload("/imports", Visitor.Upload.of("全.xlsx", workbook()))
                        .status())
                .isIn(302, 422);
    }

    @Test
    @DisplayName("存文件时磁盘满：一个字节也不留，登记里也没有")
    void noRoom() {
        long before = count("select count(*) from files.file");
        assertThatThrownBy(() -> atDesk(() -> files.store("名册.csv", "text/csv", out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                })))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(count("select count(*) from files.file")).isEqualTo(before);
        assertThat(incoming()).isEmpty();
    }

    @Test
    @DisplayName("存过的文件从数据目录里丢了：中英文都说得清楚，不说程序出错")
    void vanished() throws IOException {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        String sha = atDesk(() ->
                        files.store("丢失.csv", "text/csv", out -> out.write("会丢的".getBytes(StandardCharsets.UTF_8))))
                .sha256();
        assertThat(clerk.get("/files/" + sha).status()).isEqualTo(200);
        Files.delete(data.resolve("files").resolve(sha.substring(0, 2)).resolve(sha));
        Visitor.Answer answer = clerk.get("/files/" + sha + "?lang=zh");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("存放的文件找不到了", "从备份中取回");
        assertThat(clerk.get("/files/" + sha + "?lang=en").body()).contains("The stored file is not there any more");
        clerk.get("/?lang=zh");
    }

    @Test
    @DisplayName("数据库断线：说清楚，连上就好，断多少次也不会用光连接")
    void databaseLost() throws InterruptedException {
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        Thread cutter = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 150; i++) {
                cutEverybodyElse();
            }
        });
        boolean told = false;
        for (int i = 0; cutter.isAlive() || i < 20; i++) {
            boolean chinese = i % 2 == 0;
            Visitor.Answer answer = clerk.get(chinese ? "/elders?lang=zh" : "/elders?lang=en");
            assertThat(answer.status()).isIn(200, 503);
            if (answer.status() == 503) {
                told = true;
                assertThat(answer.body())
                        .contains(chinese ? "数据库暂时连不上" : "The database cannot be reached")
                        .contains(chinese ? "lang=\"zh-CN\"" : "lang=\"en\"");
            }
        }
        cutter.join();
        assertThat(told).as("至少一次正好碰上").isTrue();
        assertThat(clerk.get("/elders?lang=zh").status()).isEqualTo(200);
    }

    private void cutEverybodyElse() {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("set local role none").update();
                jdbc.sql(
                                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                        + " where usename = session_user and pid <> pg_backend_pid() and datname = current_database()")
                        .query(Long.class)
                        .single();
            });
        } catch (RuntimeException hitItself) {
            assertThat(org.sangyu.shared.Hindrance.of(hitItself)).isPresent();
        }
    }

    private long count(String sql) {
        return atDesk(() -> java.util.Objects.requireNonNull(transaction.<Long>execute(
                status -> jdbc.sql(sql).query(Long.class).single())));
    }

    private <T> T atDesk(Supplier<T> work) {
        Desk desk = accounts.listDesks(elsewhere(Role.COUNTY_CLERK).account()).getFirst();
        return CurrentDesk.call(desk, work);
    }

    private List<Path> incoming() {
        try (Stream<Path> left = Files.list(data.resolve("files/incoming"))) {
            return left.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("政策原文：空的、改了名的、坏的文件，都说得出为什么")
    void officialTexts() throws IOException {
        Visitor admin = Visitor.signedIn(address(""), elsewhere(Role.ADMINISTRATOR));
        String list = admin.get("/policies/documents").body();
        String document = list.replaceAll("(?s).*?href=\"(/policies/documents/[a-z0-9-]+)\".*", "$1");
        for (Visitor.Upload file : List.of(
                Visitor.Upload.of("空.txt", new byte[0]),
                Visitor.Upload.of("照片.pdf", PICTURE),
                Visitor.Upload.of("压缩.docx", zip("a.txt")),
                Visitor.Upload.of("坏.docx", PICTURE),
                Visitor.Upload.of("程序.exe", PICTURE),
                Visitor.Upload.of("无名", PICTURE))) {
            Visitor.Answer answer = admin.upload(document, file);
            assertThat(answer.status()).as(file.name()).isEqualTo(422);
            assertThat(answer.body()).as(file.name()).contains("id=\"file-error\"");
        }
        Visitor clerk = Visitor.signedIn(address(""), elsewhere(Role.COUNTY_CLERK));
        assertThat(clerk.upload(document, Visitor.Upload.of("a.txt", "第一条".getBytes(StandardCharsets.UTF_8)))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Language: ???;q=x,,,;;",
                "Accept-Language: zh-CN-x-a-b-c-d-e-f-g-h, *;q=0.0001",
                "Cookie: lang=<script>; size=99; SANGYU=nonsense",
                "Cookie: ;;;===",
                "HX-Request: maybe",
                "Referer: ht!tp://%%%",
                "If-Modified-Since: yesterday",
                "Range: bytes=9-1",
                "Accept: nonsense",
                "X-Forwarded-Host: evil.example",
                "Content-Type: /",
                "Content-Length: 0"
            })
    @DisplayName("胡乱的请求头不妨碍页面")
    void headers(String header) throws IOException {
        String answer = raw("GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("Exception", "evil.example", "\tat ");
        assertThat(status(answer)).as(header).isIn(200, 400, 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz",
                "GET /search?q=%",
                "GET /search?q=%FF%FE",
                "GET //elders",
                "GET /elders/..%2f..%2fetc",
                "GET /elders;x=1",
                "GET /elders/%00",
                "GET /imports?page=99999999999",
                "GET /imports/parked?page=x",
                "TRACE /",
                "PUT /elders",
                "DELETE /elders/1",
                "OPTIONS /",
                "NONSENSE /",
                "HEAD /",
                "GET /assets/../application.yaml",
                "GET /assets/none.css",
                "GET /webjars/..%5c",
                "POST /sign-in",
                "GET /error"
            })
    @DisplayName("胡乱的地址和方法都有回答，说不出程序的内情")
    void addresses(String request) throws IOException {
        String answer = raw(request + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        assertThat(status(answer)).as(request).isLessThan(500);
        assertThat(answer).doesNotContain("Exception", "org.springframework", "Apache Tomcat", "\tat ");
    }

    @Test
    @DisplayName("太大的 Cookie 被拒绝，不是程序出错")
    void hugeCookie() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: a=" + "x".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n");
        assertThat(status(answer)).isIn(400, 431);
        assertThat(answer).doesNotContain("Exception", "Apache Tomcat");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("一");
            sheet.value(0, 0, "姓名");
            sheet.value(0, 1, "身份证号");
            sheet.value(1, 0, "王一");
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }
}
