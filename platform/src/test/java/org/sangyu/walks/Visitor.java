package org.sangyu.walks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sangyu.access.DemoAccount;

/** Somebody signed in who sends whatever they like: no browser holds them back, no redirect is followed. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String SESSION = "SANGYU";
    private static final String BOUNDARY = "------------------------sangyu";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private String token = "";

    private Visitor(String base) {
        this.base = base;
    }

    /** Not signed in. */
    static Visitor stranger(String base) {
        Visitor visitor = new Visitor(base);
        visitor.readToken("/sign-in");
        return visitor;
    }

    static Visitor signedIn(String base, DemoAccount account) {
        Visitor visitor = stranger(base);
        visitor.signIn(account);
        return visitor;
    }

    /** Somebody who holds nothing but a cookie. */
    static Visitor withCookie(String base, String cookie) {
        Visitor visitor = new Visitor(base);
        visitor.take(cookie);
        return visitor;
    }

    /** The same browser at another process of the installation. */
    Visitor at(String other) {
        Visitor visitor = withCookie(other, cookie());
        visitor.readToken("/");
        return visitor;
    }

    void signIn(DemoAccount account) {
        Answer in = post("/sign-in", Map.of("account", account.account(), "password", account.password()));
        if (in.status() != 302) {
            throw new IllegalStateException(account.account() + " cannot sign in: " + in.status());
        }
        readToken("/password");
    }

    /** The cookie of the session. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private void take(String session) {
        HttpCookie cookie = new HttpCookie(SESSION, session);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    /** What came back. */
    record Answer(int status, String body, String type, String location) {

        boolean isPage() {
            return type.startsWith("text/html");
        }
    }

    Answer get(String address, String... headers) {
        return send(request(address, headers).GET());
    }

    /** A form, with the token of the session. */
    Answer post(String address, Map<String, String> fields) {
        return post(address, fields.entrySet().stream().toList(), new String[0]);
    }

    Answer post(String address, List<Map.Entry<String, String>> fields, String... headers) {
        String form = fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encode(token) + (fields.isEmpty() ? "" : "&"), ""));
        return send(request(address, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** A body of any type; the token goes in the header. */
    Answer raw(String address, String type, byte[] body) {
        return send(request(address)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Lines of a request's head that make it this visitor's, for requests that no client sends. */
    String credentials() {
        String all = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return "Cookie: " + all + "\r\nX-CSRF-TOKEN: " + token + "\r\n";
    }

    /** A file in a form, under any name. */
    Answer upload(String address, Upload upload) {
        return upload(address, "file", upload);
    }

    /** A file in a form, in a field of its own. */
    Answer upload(String address, String field, Upload upload) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            write(body, part("name=\"_csrf\"") + "\r\n" + token + "\r\n");
            write(
                    body,
                    part("name=\"" + field + "\"; filename=\"" + upload.name() + "\"")
                            + "Content-Type: application/octet-stream\r\n\r\n");
            body.write(upload.bytes());
            write(body, "\r\n--" + BOUNDARY + "--\r\n");
            return send(request(address)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(String named) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + named + "\r\n";
    }

    /** A file under any name. */
    record Upload(String name, byte[] bytes) {

        static Upload of(String name, byte[] bytes) {
            return new Upload(name, bytes);
        }
    }

    private static void write(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void readToken(String address) {
        Matcher found = TOKEN.matcher(get(address).body());
        if (!found.find()) {
            throw new IllegalStateException("no token on " + address);
        }
        token = found.group(1);
    }

    private HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.startsWith("text/") ? new String(response.body(), StandardCharsets.UTF_8) : "",
                    type,
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
