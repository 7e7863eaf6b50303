package org.sangyu.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A certificate of the installation's own, with which pages are served over HTTPS: {@code SANGYU_TLS_CERT} and
 * {@code SANGYU_TLS_KEY} name PEM files. A renewed file is taken up without a restart.
 */
final class Certificate {

    private static final String BUNDLE = "--spring.ssl.bundle.pem.sangyu.";
    private static final String USED = "--server.ssl.bundle=sangyu";

    private Certificate() {}

    /**
     * Settings of the application that follow from the environment; none without a certificate.
     *
     * @throws CannotStart when only one of the two is named, or a file cannot be read
     */
    static List<String> settings(Map<String, String> environment) throws CannotStart {
        String certificate = environment.getOrDefault("SANGYU_TLS_CERT", "");
        String key = environment.getOrDefault("SANGYU_TLS_KEY", "");
        if (certificate.isEmpty() && key.isEmpty()) {
            return List.of();
        }
        for (String file : List.of(certificate, key)) {
            if (file.isEmpty() || !Files.isReadable(Path.of(file))) {
                throw new CannotStart(
                        "HTTPS 需要两个可读的 PEM 文件：SANGYU_TLS_CERT 证书、SANGYU_TLS_KEY 私钥。读不到：“" + file + "”。",
                        "HTTPS needs two readable PEM files, SANGYU_TLS_CERT and SANGYU_TLS_KEY; not readable: \""
                                + file + "\".");
            }
        }
        return List.of(
                BUNDLE + "keystore.certificate=" + Path.of(certificate).toUri(),
                BUNDLE + "keystore.private-key=" + Path.of(key).toUri(),
                BUNDLE + "reload-on-update=true",
                USED);
    }

    /** How pages are addressed. */
    static String scheme(List<String> settings) {
        return settings.contains(USED) ? "https" : "http";
    }
}
