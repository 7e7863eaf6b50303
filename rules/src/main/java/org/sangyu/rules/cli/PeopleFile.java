package org.sangyu.rules.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.packs.Text;
import org.sangyu.rules.reading.FactsReader;
import org.sangyu.rules.reading.JsonTree;
import org.sangyu.rules.reading.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A facts file, read person by person.
 *
 * <p>It is read twice: once to find everything wrong before the first answer is written, once to answer; so a wrong
 * file gives no half answer, and a long one needs the memory of one person and of all ids.
 */
final class PeopleFile {
    private static final int MOST_PROBLEMS = 200;

    /** Takes each person in the order of the file. */
    interface Reader {
        void person(Person person) throws IOException;
    }

    private final Path path;
    private final String name;

    private PeopleFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /** Opens a file; a pipe is first copied beside, because it cannot be read twice. */
    static PeopleFile open(Path file) throws IOException {
        String name = file.toString();
        if (name.equals("-")) {
            return copied(System.in, "stdin");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw RefusedException.argument(
                    "读不到文件 " + name, "The file " + name + " cannot be read", "检查 --facts", "Check --facts");
        }
        if (!Files.isRegularFile(file)) {
            try (InputStream stream = Files.newInputStream(file)) {
                return copied(stream, name);
            }
        }
        return new PeopleFile(file, name);
    }

    private static PeopleFile copied(InputStream stream, String name) throws IOException {
        Path copy = Files.createTempFile("sangyu-facts", ".json");
        copy.toFile().deleteOnExit();
        Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
        return new PeopleFile(copy, name);
    }

    /** Reads all people; refuses with everything that is wrong. */
    void check() throws IOException {
        Problems problems = new Problems();
        Set<String> ids = new HashSet<>();
        read(problems, ids, person -> {});
        if (problems.count() > 0) {
            throw new RefusedException(
                    problems.all().stream().limit(MOST_PROBLEMS).toList());
        }
    }

    /** Gives the people one by one; call {@link #check} before. */
    void forEach(Reader reader) throws IOException {
        read(new Problems(), null, reader);
    }

    private void read(Problems problems, @Nullable Set<String> ids, Reader reader) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), stream)) {
            JsonTree trees = new JsonTree(name, parser, problems);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                wrong(problems, trees.at(""), "文件应是 {\"people\": […]}", "The file is {\"people\": […]}");
                return;
            }
            boolean found = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                Position at = trees.at(key);
                parser.nextToken();
                if (!key.equals("people") || found || parser.currentToken() != JsonToken.START_ARRAY) {
                    wrong(
                            problems,
                            at,
                            "不认识或重复的键“" + key + "”，应是一个 people 列表",
                            "Not the one list 'people': '" + key + "'");
                    trees.value(key);
                } else {
                    found = true;
                    people(parser, trees, problems, ids, reader);
                }
            }
            if (!found) {
                wrong(problems, trees.at(""), "缺少“people”", "'people' is missing");
            }
            if (parser.nextToken() != null) {
                wrong(problems, trees.at(""), "文件末尾有多余内容", "There is more after the end");
            }
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            Position at = location == null
                    ? Position.of(name)
                    : new Position(name, location.getLineNr(), location.getColumnNr(), "");
            wrong(problems, at, "不是合法的 JSON：" + e.getOriginalMessage(), "Not JSON: " + e.getOriginalMessage());
        }
    }

    private static void people(
            JsonParser parser, JsonTree trees, Problems problems, @Nullable Set<String> ids, Reader reader)
            throws IOException {
        FactsReader facts = new FactsReader(problems);
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            String path = "people[" + i + "]";
            Position at = trees.at(path);
            Person person = facts.read(trees.value(path));
            if (person != null && ids != null && !ids.add(person.id())) {
                wrong(
                        problems,
                        new Position(at.file(), at.line(), at.column(), path + ".id"),
                        "编号“" + person.id() + "”重复",
                        "The id '" + person.id() + "' stands twice");
            } else if (person != null) {
                reader.person(person);
            }
        }
    }

    private static void wrong(Problems problems, Position at, String zh, String en) {
        problems.add("FACTS", at, new Text(zh, en), new Text("改正后再试", "Mend it and try again"));
    }
}
