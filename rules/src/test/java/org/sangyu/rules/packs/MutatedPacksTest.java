package org.sangyu.rules.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.rules.Packs;
import org.sangyu.rules.cases.Cases;
import org.sangyu.rules.reading.Problems;

/** Shipped packs with one seeded mistake each; another seed with {@code -Dsangyu.seed}. */
@DisplayName("改坏 200 处标准文件，处处给出说明")
class MutatedPacksTest {
    private static final int MISTAKES = 200;
    private static final int LARGE = 50 * 1024 * 1024;
    private static final List<String> KEYS =
            List.of("from", "kind", "source", "document", "clause", "unit", "status", "is", "description", "reviewed");

    /** One way to spoil a text; null where the text has nothing to spoil. */
    private interface Spoil {
        @Nullable
        String of(String text, Random random);
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private final Map<Path, String> files = new LinkedHashMap<>();

    @BeforeEach
    void copiesTheNationAndOneProvince() throws IOException {
        try (Stream<Path> all = Files.walk(Packs.FOLDER)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Path name = Packs.FOLDER.relativize(file);
                boolean other =
                        name.getNameCount() > 2 && name.getName(1).toString().matches("(13|41)-.*");
                if (!other && file.toString().endsWith(".yaml")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        assertThat(PackSet.read(folder).problems()).isEmpty();
    }

    @Test
    @DisplayName("每处都有代码、文件、中英文说明和改法，从不抛出异常")
    void explainsEveryMistake() throws IOException {
        Random random = new Random(Long.getLong("sangyu.seed", 20261126L));
        List<Spoil> spoils = new ArrayList<>(spoils().values());
        List<Path> names = new ArrayList<>(files.keySet());
        int made = 0;
        for (int turn = 0; made < MISTAKES; turn++) {
            Path name = names.get(random.nextInt(names.size()));
            String sound = files.get(name);
            String spoiled = spoils.get(turn % spoils.size()).of(sound, random);
            if (spoiled == null || spoiled.equals(sound)) {
                continue;
            }
            made++;
            Files.writeString(folder.resolve(name), spoiled);
            explains(name, "mistake " + made + " in " + name + ":\n" + spoiled);
            Files.writeString(folder.resolve(name), sound);
        }
    }

    @Test
    @DisplayName("编码、链接、越出文件夹、50 MB 的文件一律拒绝")
    void refusesWhatIsNoPackFile() throws IOException {
        Path name = files.keySet().stream()
                .filter(file -> file.endsWith("documents.yaml"))
                .findFirst()
                .orElseThrow();
        Path file = folder.resolve(name);
        String sound = files.get(name);
        Files.write(file, sound.getBytes(Charset.forName("GB18030")));
        explains(name, "GB18030");
        Files.write(file, ("\uFEFF" + sound).getBytes(StandardCharsets.UTF_8));
        explains(name, "byte order mark");
        Files.write(file, sound.getBytes(StandardCharsets.UTF_16));
        explains(name, "UTF-16");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/etc/passwd"));
        explains(name, "link to a file outside");
        Files.delete(file);
        Files.createSymbolicLink(file, file);
        explains(name, "link to itself");
        Files.delete(file);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(LARGE);
        }
        explains(name, "50 MB");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(PackSet.read(folder).problems()).isNotEmpty();
        Files.delete(file);
        Files.writeString(file, sound);
        Path outside = folder.resolve("cn/outside");
        Files.createSymbolicLink(outside, Path.of("../.."));
        explains(Path.of("cn/outside"), "link to a folder outside");
    }

    private void explains(Path file, String what) {
        List<Problem> problems = problems(file);
        assertThat(problems).as(what).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).matches("[A-Z][A-Z0-9_]+");
            assertThat(problem.what().zh()).isNotBlank();
            assertThat(problem.what().en()).isNotBlank();
            assertThat(problem.todo().zh()).isNotBlank();
            assertThat(problem.todo().en()).isNotBlank();
            assertThat(problem.line("zh") + problem.line("en")).doesNotContain("Exception", "null", "org.sangyu");
        });
        assertThat(problems).as(what).anyMatch(problem -> problem.at().file().equals(file.toString()));
    }

    /** What the check of a pack says; worked cases are read by their own reader. */
    private List<Problem> problems(Path file) {
        PackSet packs = PackSet.read(folder);
        Problems more = new Problems();
        packs.cases().stream()
                .filter(cases -> cases.file().path().equals(file.toString()))
                .forEach(cases -> new Cases(packs, more).run(List.of(cases)));
        List<Problem> all = new ArrayList<>(packs.problems());
        all.addAll(more.all());
        return all;
    }

    private static Map<String, Spoil> spoils() {
        Map<String, Spoil> all = new LinkedHashMap<>();
        all.put("typo in a key", (text, random) -> {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            return one(text, random, "(?<![\\w-])" + key + ": ", key + "x: ");
        });
        all.put("wrong type", (text, random) -> one(text, random, "(?<=from: )[0-9-]+", "[1, 2]"));
        all.put("a map for a word", (text, random) -> one(text, random, "(?<=unit: )[A-Za-z/]+", "{a: b}"));
        all.put("deleted key", (text, random) -> one(text, random, ", clause: [^,}]+", ""));
        all.put("duplicated key", (text, random) -> one(text, random, "kind: ([A-Z_]+),", "kind: $1, kind: $1,"));
        all.put(
                "swapped dates",
                (text, random) -> one(text, random, "from: (\\d{4}-\\d\\d(-\\d\\d)?),", "from: $1, to: 1900-01-01,"));
        all.put("no such day", (text, random) -> one(text, random, "\\d{4}-\\d\\d-\\d\\d", "2023-02-30"));
        all.put("unknown tag", (text, random) -> one(text, random, "tag: ([A-Z_]+)", "tag: $1S"));
        all.put("unknown word", (text, random) -> one(text, random, "kind: ([A-Z_]+)", "kind: HEARSAY"));
        all.put("unknown document", (text, random) -> one(text, random, "document: ([a-z0-9-]+)", "document: $1-x"));
        all.put("wrong unit", (text, random) -> one(text, random, "unit: CNY/month", "unit: CNY/week"));
        all.put("indentation", (text, random) -> one(text, random, "\\n  (  )?(?=[a-z-])", "\n         - - "));
        all.put("tab", (text, random) -> one(text, random, "\\n  ", "\n\t"));
        all.put("huge amount", (text, random) -> one(text, random, "(?<=amount: \")[0-9]+", "9".repeat(400)));
        all.put("huge age", (text, random) -> one(text, random, "(?<=from_age: )[0-9]+", "9".repeat(40)));
        all.put("power", (text, random) -> one(text, random, "(?<=(at_least|from_age): )[0-9]+", "1e99999"));
        all.put("not an amount", (text, random) -> one(text, random, "(?<=amount: \")[0-9.]+", "ten"));
        all.put("alias bomb", (text, random) -> bomb() + text);
        all.put("deep", (text, random) -> text + "\ndeep: " + "[".repeat(9_000) + "]".repeat(9_000) + "\n");
        all.put("open bracket", (text, random) -> one(text, random, ": \\{", ": {{["));
        all.put("open quote", (text, random) -> one(text, random, ": \"", ": \"\"\""));
        all.put("control character", (text, random) -> one(text, random, ": ", ": \u0007"));
        all.put("constructor", (text, random) -> one(text, random, "(?<=unit: )", "!!java.io.File "));
        all.put("second document", (text, random) -> text + "\n---\na: 1\n");
        all.put("empty", (text, random) -> "\n");
        return all;
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("b0: &b0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*b" + (i - 1);
            bomb.append("b" + i + ": &b" + i + " [" + (before + ", ").repeat(8) + before + "]\n");
        }
        return bomb.toString();
    }

    private static @Nullable String one(String text, Random random, String pattern, String into) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<Integer> places = new ArrayList<>();
        while (matcher.find()) {
            places.add(matcher.start());
        }
        if (places.isEmpty()) {
            return null;
        }
        int place = places.get(random.nextInt(places.size()));
        StringBuilder spoiled = new StringBuilder();
        matcher.reset();
        while (matcher.find()) {
            matcher.appendReplacement(
                    spoiled, matcher.start() == place ? into : Matcher.quoteReplacement(matcher.group()));
        }
        return matcher.appendTail(spoiled).toString();
    }
}
