package org.sangyu.launch;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line and in the environment.
 *
 * @param data the data directory
 * @param port of the web pages
 * @param address network address on which pages are served; loopback for every demonstration
 * @param scale share of the regions' people in a demonstration, above 0 up to 1
 * @param production true never makes demonstration people or accounts
 * @param external an external database, or null for the embedded one
 * @param others Spring Boot's own options ({@code --name=value}), handed on
 */
record Options(
        Path data,
        int port,
        String address,
        BigDecimal scale,
        boolean production,
        @Nullable DatabaseAccess external,
        List<String> others) {

    private static final BigDecimal DEFAULT_SCALE = new BigDecimal("0.01");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int DEFAULT_PORT = 8080;
    private static final int MOST = 65_535;

    /**
     * Reads them.
     *
     * @throws CannotStart naming the first option that is not understood
     */
    static Options parse(List<String> arguments, Map<String, String> environment) throws CannotStart {
        Path data = Path.of(System.getProperty("user.home"), ".sangyu");
        int port = Rehearsal.isWanted() ? 0 : DEFAULT_PORT;
        String address = environment.getOrDefault("SANGYU_ADDRESS", LOOPBACK);
        BigDecimal scale = DEFAULT_SCALE;
        boolean production = false;
        List<String> others = new ArrayList<>(Certificate.settings(environment));
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = Path.of(value(option, rest));
                case "--port" -> port = port(value(option, rest));
                case "--demo" -> scale = scale(value(option, rest));
                case "--production" -> production = true;
                default -> others.add(other(option));
            }
        }
        DatabaseAccess external = external(environment);
        boolean real = production || external != null;
        return new Options(
                data.toAbsolutePath().normalize(), port, real ? address : LOOPBACK, scale, real, external, others);
    }

    private static String value(String option, Iterator<String> rest) throws CannotStart {
        if (!rest.hasNext()) {
            throw new CannotStart("选项 " + option + " 后面缺少内容。", "The option " + option + " needs a value.");
        }
        return rest.next();
    }

    private static int port(String text) throws CannotStart {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw new CannotStart(
                "端口应为 1 到 " + MOST + " 的整数，不是“" + text + "”。",
                "The port is a whole number from 1 to " + MOST + ", not \"" + text + "\".");
    }

    private static BigDecimal scale(String text) throws CannotStart {
        if (text.matches("[0-9]{1,2}(\\.[0-9]{1,6})?")) {
            BigDecimal scale = new BigDecimal(text);
            if (scale.signum() > 0 && scale.compareTo(BigDecimal.ONE) <= 0) {
                return scale;
            }
        }
        throw new CannotStart(
                "演示规模应大于 0、不超过 1（0.01 即百分之一），不是“" + text + "”。",
                "The demonstration scale is above 0 and at most 1 (0.01 is one per cent), not \"" + text + "\".");
    }

    private static String other(String option) throws CannotStart {
        if (option.startsWith("--") && option.contains("=")) {
            return option;
        }
        throw new CannotStart(
                "不认识的选项：" + option + "。可用 ./sangyu help 查看。", "Unknown option: " + option + ". See ./sangyu help.");
    }

    static @Nullable DatabaseAccess external(Map<String, String> environment) {
        String url = environment.getOrDefault("SANGYU_DB_URL", "");
        return url.isEmpty()
                ? null
                : new DatabaseAccess(
                        url, login(environment, "OWNER", Roles.OWNER), login(environment, "APP", Roles.LOGIN));
    }

    private static DatabaseAccess.Login login(Map<String, String> environment, String role, String user) {
        return new DatabaseAccess.Login(
                environment.getOrDefault("SANGYU_DB_" + role + "_USER", user),
                environment.getOrDefault("SANGYU_DB_" + role + "_PASSWORD", ""));
    }
}
