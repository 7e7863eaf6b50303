package org.sangyu.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("用自己的证书")
class HttpsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    @DisplayName("给了证书和私钥，网页就走 HTTPS，控制台上的地址也是")
    void servesPagesWithAnOwnCertificate() throws Exception {
        KeyStore store = selfSigned();
        Path certificate = pem("CERTIFICATE", store.getCertificate("own").getEncoded());
        Path key =
                pem("PRIVATE KEY", store.getKey("own", PASSWORD.toCharArray()).getEncoded());
        String port = Integer.toString(Launched.freePort());
        try (Launched sangyu = Launched.with(
                        Map.of("SANGYU_TLS_CERT", certificate.toString(), "SANGYU_TLS_KEY", key.toString()),
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        port)
                .ready()) {
            assertThat(sangyu.said()).contains("https://127.0.0.1:" + port);
            HttpResponse<String> answer = trusting(store)
                    .send(
                            HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.sslSession()).isPresent();
        }
    }

    @Test
    @DisplayName("只给一半，或文件读不到，一句话说清，不启动")
    void halfACertificateIsRefused() {
        Launched half = Launched.with(
                Map.of("SANGYU_TLS_CERT", folder.resolve("none.pem").toString()),
                "--data",
                folder.resolve("data").toString());
        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.said()).contains("HTTPS 需要两个可读的 PEM 文件");
    }

    private KeyStore selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("own.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int code = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private Path pem(String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(kind.replace(' ', '-') + ".pem"),
                "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static HttpClient trusting(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
