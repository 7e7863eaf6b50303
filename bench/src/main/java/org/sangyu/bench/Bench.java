package org.sangyu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./sangyu bench [--json FILE] [--data DIR] [--all] [--only PART]}: every figure beside its floor.
 *
 * <p>Parts are engine, start, search, pages, month and import; and those of a whole city, simulation and region, which
 * take long and run only when they are named or with {@code --all}.
 *
 * <p>Ends with 0 when all hold, 1 when one does not, 2 for a wrong option, 3 when a measurement broke
 * off.
 */
public final class Bench {

    private static final int WRONG = 2;
    private static final int BROKE_OFF = 3;
    /** Parts that need the large data. */
    private static final List<String> LARGE =
            List.of("scope", "search", "pages", "month", "import", "simulation", "region");
    /** Parts that take long: only by name or with all. */
    private static final List<String> LONG = List.of("simulation", "region");

    private Bench() {}

    /** What was asked for. */
    private record Options(@Nullable Path json, Path data, List<String> only, boolean all) {
        boolean wants(String part) {
            return all || only.contains(part) || (only.isEmpty() && !LONG.contains(part));
        }
    }

    /** The folder of the script, which names it. */
    private static Path home() {
        return Path.of(System.getProperty("sangyu.home", ""));
    }

    /** Runs and prints; the large data stays in {@code ~/.sangyu-bench} for the next time. */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) throws Exception {
        Options options = parse(arguments);
        List<Figure> figures = new ArrayList<>();
        boolean whole = false;
        try {
            measure(figures, options);
            whole = true;
        } catch (Exception e) {
            e.printStackTrace();
        }
        write(options.json(), figures);
        if (!whole) {
            System.exit(BROKE_OFF);
        }
        System.exit(figures.stream().allMatch(Figure::holds) ? 0 : 1);
    }

    private static void measure(List<Figure> figures, Options options) throws Exception {
        add(figures, options, "engine", () -> engine().run());
        add(
                figures,
                options,
                "start",
                () -> new StartBench(home(), options.data().resolve("start")).run());
        World world = options.wants("engine") || LARGE.stream().anyMatch(options::wants)
                ? World.start(options.data().resolve("city"))
                : null;
        if (world != null) {
            add(figures, options, "engine", () -> List.of(engine().endToEnd(world)));
        }
        if (world != null && LARGE.stream().anyMatch(options::wants)) {
            BigRegistry big = new BigRegistry(world);
            big.make();
            add(figures, options, "scope", () -> new ScopeBench(world, big).run());
            add(figures, options, "search", () -> new SearchBench(world, big).run());
            add(figures, options, "pages", () -> new PagesBench(world, big).run());
            add(
                    figures,
                    options,
                    "month",
                    () -> MonthBench.ofACounty(world, big).run());
            add(figures, options, "import", () -> new ImportBench(world, big).run());
            add(figures, options, "simulation", () -> new SimulationBench(world, big).run());
            add(
                    figures,
                    options,
                    "region",
                    () -> MonthBench.ofARegion(world, big).run());
        }
    }

    private static EngineBench engine() {
        return new EngineBench(home().resolve("packs"), BigRegistry.code("paying"));
    }

    private interface Part {
        List<Figure> run() throws Exception;
    }

    private static void add(List<Figure> figures, Options options, String name, Part part) throws Exception {
        if (options.wants(name)) {
            List<Figure> made = part.run();
            made.forEach(figure -> System.out.println(figure.line()));
            figures.addAll(made);
        }
    }

    private static void write(@Nullable Path json, List<Figure> figures) throws IOException {
        if (json != null) {
            Files.writeString(json, figures.stream().map(Figure::json).collect(Collectors.joining(",\n ", "[", "]\n")));
        }
    }

    private static Options parse(String[] arguments) {
        Path json = null;
        Path data = Path.of(System.getProperty("user.home"), ".sangyu-bench");
        List<String> only = new ArrayList<>();
        boolean all = false;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (option.equals("--all")) {
                all = true;
                continue;
            }
            if (!rest.hasNext()) {
                throw refuse(option);
            }
            String value = rest.next();
            switch (option) {
                case "--json" -> json = Path.of(value).toAbsolutePath();
                case "--data" -> data = Path.of(value).toAbsolutePath();
                case "--only" -> only.add(value.toLowerCase(Locale.ROOT));
                default -> throw refuse(option);
            }
        }
        return new Options(json, data, only, all);
    }

    private static IllegalArgumentException refuse(String option) {
        System.err.println("不认识的选项 Unknown option: " + option + "  (--json FILE, --data DIR, --only PART, --all)");
        System.exit(WRONG);
        return new IllegalArgumentException(option);
    }
}
