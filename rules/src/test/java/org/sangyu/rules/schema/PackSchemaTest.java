package org.sangyu.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.rules.Packs;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;
import org.sangyu.rules.reading.YamlTree;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The schemas stand in {@code docs/generated/pack-schema}; written anew with {@code -Dsangyu.write=true}. */
@DisplayName("编辑器用的 JSON Schema")
class PackSchemaTest {
    private static final Path FOLDER = Path.of("../docs/generated/pack-schema");

    @Test
    @DisplayName("随附的每个标准文件都合乎 Schema")
    void everyShippedFileFits() throws IOException {
        List<String> faults = new ArrayList<>();
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Packs.FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                String name = schemaOf(Packs.FOLDER.relativize(file));
                Map<String, Object> schema = PackSchema.all().get(name);
                if (schema != null) {
                    used.add(name);
                    faults.addAll(new PlainSchema(schema).faults(tree(Files.readString(file), file.toString())));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(used).containsAll(PackSchema.all().keySet());
    }

    private static String schemaOf(Path file) {
        String folder = file.getParent().getFileName().toString();
        String name = file.getFileName().toString().replace(".yaml", "");
        return folder.equals("values") || folder.equals("targets") ? folder : name;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            benefit   | status: [{is: IN_FORCE, from: always, kind: RULE, source: {document: d, clause: 第1条}}]              | true
            benefit   | status: [{is: IN_FORCES, from: always, kind: RULE, source: {document: d, clause: 第1条}}]             | false
            benefit   | status: [{is: IN_FORCE, kind: RULE, source: {document: d, clause: 第1条}}]                            | false
            benefit   | who: [{is: {age: {at_least: 80}}, from: 2020, kind: RULE, source: {document: d, clause: 1}}]          | true
            benefit   | who: [{is: {age: {at_least: 151}}, from: 2020, kind: RULE, source: {document: d, clause: 1}}]         | false
            benefit   | who: [{is: {age: {atleast: 80}}, from: 2020, kind: RULE, source: {document: d, clause: 1}}]           | false
            benefit   | who: [{is: {any: [{tag: DISABLED}, {tag: {is: HANDICAP, grade: [1, 2]}}]}, from: 2020, kind: RULE, source: {document: d, clause: 1}}] | true
            benefit   | who: [{is: {tag: {is: DISABLED, grade: 1}}, from: 2020, kind: RULE, source: {document: d, clause: 1}}] | false
            benefit   | who: [{is: {tag: DISABLE}, from: 2020, kind: RULE, source: {document: d, clause: 1}}]                 | false
            conflicts | conflicts: {c: [{members: [a, b], rule: EXCLUDE, administrator_confirmed: true, from: {seen: 2020-12-31}, kind: RULE, source: {document: d, clause: 1}}]} | true
            conflicts | conflicts: {c: [{members: [a, b], rule: EXCLUDES, administrator_confirmed: true, from: always, kind: RULE, source: {document: d, clause: 1}}]} | false
            pack      | {region: "9901", name: {zh: 乌有市, en: Nocity}}                                                       | true
            pack      | {region: 9901, name: {zh: 乌有市, en: Nocity}}                                                         | false
            pack      | {region: "99011", name: {zh: 乌有市, en: Nocity}}                                                      | false
            documents | documents: [{id: a, title: {zh: 甲}, issuer: {zh: 甲, en: a}, in_hand: true}]                          | false
            """)
    @DisplayName("写错的键、词、类型和缺少的键都会标出")
    void plantedMistakesDoNotFit(String schema, String yaml, boolean fits) {
        List<String> faults = new PlainSchema(PackSchema.all().get(schema)).faults(tree(yaml, "planted"));
        assertThat(faults.isEmpty()).as(faults.toString()).isEqualTo(fits);
    }

    @Test
    @DisplayName("文档目录里的就是程序生成的")
    void isWrittenDown() throws IOException {
        for (Map.Entry<String, Map<String, Object>> schema : PackSchema.all().entrySet()) {
            Path file = FOLDER.resolve(schema.getKey() + ".schema.json");
            String text = json(schema.getValue());
            if (Boolean.getBoolean("sangyu.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(file).hasContent(text);
        }
    }

    private static Tree tree(String yaml, String name) {
        return Objects.requireNonNull(YamlTree.read(name, yaml, new Problems()), name);
    }

    private static String json(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, to);
        }
        return text + "\n";
    }

    private static void write(Object value, JsonGenerator to) {
        switch (value) {
            case Map<?, ?> map -> {
                to.writeStartObject();
                map.forEach((key, inner) -> {
                    to.writeName(String.valueOf(key));
                    write(Objects.requireNonNull(inner), to);
                });
                to.writeEndObject();
            }
            case List<?> list -> {
                to.writeStartArray();
                list.forEach(inner -> write(Objects.requireNonNull(inner), to));
                to.writeEndArray();
            }
            case Integer number -> to.writeNumber(number);
            case Boolean truth -> to.writeBoolean(truth);
            default -> to.writeString(String.valueOf(value));
        }
    }
}
