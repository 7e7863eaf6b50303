package org.sangyu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sangyu.rules.packs.PackSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/** Reading and checking all packs against parsing their YAML alone. */
final class LoadBench {
    private static final double LIMIT = 10;
    private static final int WARM = 6;

    private final Path folder;

    LoadBench(Path folder) {
        this.folder = folder;
    }

    Figure run() throws Exception {
        List<Path> files = files();
        double[] own = new double[Timing.RUNS];
        double[] floor = new double[Timing.RUNS];
        double[] ratios = new double[Timing.RUNS];
        for (int run = -WARM; run < Timing.RUNS; run++) {
            double loaded = Timing.millis(() -> PackSet.read(folder).hash());
            double parsed = Timing.millis(() -> parse(files));
            if (run >= 0) {
                own[run] = loaded;
                floor[run] = parsed;
                ratios[run] = loaded / parsed;
            }
        }
        return new Figure(
                "packs: read, checked, hashed",
                Timing.median(own),
                "ms",
                String.format("parsing the YAML of %d files, %.0f ms", files.size(), Timing.median(floor)),
                Timing.median(ratios),
                LIMIT);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static int parse(List<Path> files) {
        int nodes = 0;
        for (Path file : files) {
            try {
                LoadSettings settings =
                        LoadSettings.builder().setLabel(file.toString()).build();
                nodes += new Compose(settings)
                                .composeString(Files.readString(file))
                                .isPresent()
                        ? 1
                        : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return nodes;
    }
}
