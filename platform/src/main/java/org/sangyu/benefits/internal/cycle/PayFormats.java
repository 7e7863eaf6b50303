package org.sangyu.benefits.internal.cycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.PayFormat.Back;
import org.sangyu.benefits.internal.cycle.PayFormat.Column;
import org.sangyu.benefits.internal.cycle.PayFormat.Field;
import org.sangyu.benefits.internal.cycle.PayFormat.Out;
import org.sangyu.benefits.internal.cycle.PayFormat.Shape;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All formats of files to and from paying offices, shipped ones and those of the installation, read once at the
 * start; a wrong one stops the start. */
@Component
public final class PayFormats {

    private static final Set<String> OUT_KEYS =
            Set.of("shape", "extension", "charset", "separator", "lineEnd", "heads", "titles", "columns", "totals");
    private static final Set<String> BACK_KEYS = Set.of(
            "shape",
            "charset",
            "separator",
            "skip",
            "reference",
            "yuan",
            "inFen",
            "result",
            "reason",
            "paidOn",
            "paid",
            "failed",
            "unknown");

    private final List<PayFormat> all;

    /** @param data the installation's folder: formats of its own banks lie in {@code formats/} below it */
    @Autowired
    PayFormats(@Value("${sangyu.data:${user.home}/.sangyu}") Path data) {
        this.all = read(data.resolve("formats"));
    }

    /** All formats, in the order of their ids. */
    public List<PayFormat> all() {
        return all;
    }

    /** The format with an id. */
    public Optional<PayFormat> find(@Nullable String id) {
        return all.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    private static List<PayFormat> read(Path own) {
        Map<String, PayFormat> formats = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:formats/*.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    String name = Objects.requireNonNull(file.getFilename());
                    String id = name.substring(0, name.indexOf('.'));
                    formats.put(id, parse(id, in));
                }
            }
            readOwn(own, formats);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(formats.values());
    }

    /** A file of the installation with the name of a shipped one takes its place. */
    private static void readOwn(Path own, Map<String, PayFormat> formats) throws IOException {
        if (!Files.isDirectory(own)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(own, "*.yaml")) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    String name = String.valueOf(file.getFileName());
                    String id = name.substring(0, name.indexOf('.'));
                    formats.put(id, parse(id, in));
                }
            }
        }
    }

    /**
     * Reads one format.
     *
     * @throws IllegalArgumentException on an unknown or missing key, naming file and key
     */
    static PayFormat parse(String id, InputStream in) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Node root = new Node(id, new Yaml(new SafeConstructor(options)).load(in));
        root.only(Set.of("name", "out", "back"));
        Node name = root.node("name");
        return new PayFormat(id, name.text("zh"), name.text("en"), out(root.node("out")), back(root.node("back")));
    }

    private static Out out(Node node) {
        node.only(OUT_KEYS);
        Shape shape = Shape.valueOf(node.text("shape"));
        List<Column> columns = node.nodes("columns").stream()
                .map(column -> new Column(Field.valueOf(column.text("field")), column.text("title")))
                .toList();
        return new Out(
                shape,
                node.text("extension"),
                node.textOr("charset", "UTF-8"),
                node.textOr("separator", ","),
                node.textOr("lineEnd", "CRLF").equals("LF") ? "\n" : "\r\n",
                node.texts("heads"),
                node.textOr("titles", "false").equals("true"),
                columns,
                node.values.containsKey("totals") ? node.text("totals") : null);
    }

    private static Back back(Node node) {
        node.only(BACK_KEYS);
        return new Back(
                Shape.valueOf(node.text("shape")),
                node.textOr("charset", "UTF-8"),
                node.textOr("separator", ","),
                node.number("skip"),
                node.number("reference"),
                node.number("yuan"),
                node.textOr("inFen", "false").equals("true"),
                node.number("result"),
                node.number("reason"),
                node.number("paidOn"),
                Set.copyOf(node.texts("paid")),
                Set.copyOf(node.texts("failed")),
                Set.copyOf(node.texts("unknown")));
    }

    /** A mapping in the file, read with errors that name the place. */
    private record Node(String where, Map<?, ?> values) {

        Node(String where, @Nullable Object value) {
            this(where, value instanceof Map<?, ?> map ? map : Map.of());
        }

        void only(Set<String> keys) {
            for (Object key : values.keySet()) {
                if (!keys.contains(String.valueOf(key))) {
                    throw new IllegalArgumentException(where + ": unknown key " + key);
                }
            }
        }

        Node node(String key) {
            return new Node(where + "." + key, values.get(key));
        }

        List<Node> nodes(String key) {
            return values.get(key) instanceof List<?> list
                    ? list.stream()
                            .map(value -> new Node(where + "." + key, value))
                            .toList()
                    : List.of();
        }

        List<String> texts(String key) {
            return values.get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        String text(String key) {
            Object value = values.get(key);
            if (value == null) {
                throw new IllegalArgumentException(where + ": " + key + " is missing");
            }
            return String.valueOf(value);
        }

        String textOr(String key, String other) {
            return values.containsKey(key) ? text(key) : other;
        }

        int number(String key) {
            return Integer.parseInt(textOr(key, "0"));
        }
    }
}
