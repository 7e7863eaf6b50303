package org.sangyu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages that left the installation, in their order. They leave beside the request, so one is waited for. */
final class Outbox {

    private static final Pattern CODE = Pattern.compile("验证码 ([0-9]{6})");

    private final Path file;
    private int read;

    Outbox(Path data) {
        file = data.resolve("messages/outbox.jsonl");
        read = lines().size();
    }

    /** The code in the next message; there is no other between it and the one read before. */
    String nextCode() {
        await().until(() -> lines().size() > read);
        assertThat(lines()).hasSize(read + 1);
        Matcher code = CODE.matcher(lines().get(read++));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** How many went to that number. */
    long to(String phone) {
        return lines().stream().filter(line -> line.contains(phone)).count();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
