package org.sangyu.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A start only to learn from: the virtual machine records what a start and a page need, and the program ends again.
 *
 * <p>Asked for by the launcher script with {@code -Dsangyu.rehearsal=true}, on a directory that is thrown away.
 */
final class Rehearsal {

    private static final int ROUNDS = 5;

    private Rehearsal() {}

    static boolean isWanted() {
        return Boolean.getBoolean("sangyu.rehearsal");
    }

    /** Opens the first page a few times and closes everything. */
    static void end(ConfigurableApplicationContext context, Options options) throws IOException {
        URI page = URI.create("http://" + options.address() + ":"
                + context.getEnvironment().getRequiredProperty("local.server.port") + "/");
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (int round = 0; round < ROUNDS; round++) {
                client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }
}
