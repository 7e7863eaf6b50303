package org.sangyu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("界面用词")
class WordsTest {

    /** {@code say("a.b")} or the beginning of {@code say("a." + code)}. */
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z][A-Za-z0-9_.-]*)\"(\\s*\\+)?");

    /** The beginning of a line that is no continuation of the one before. */
    private static final Pattern KEY = Pattern.compile("^[a-z][A-Za-z0-9_.-]* *=");

    /** {@code audit.write("some.verb"}, on one line or two. */
    private static final Pattern WRITTEN = Pattern.compile("\\baudit\\.write\\(\\s*\"([a-z][a-z.-]+[a-z])\"");

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]");

    private static final Pattern SINGLE = Pattern.compile("(?<!')'(?!')");

    /** Deeds that home does not tell: everybody's reading would hide everybody's work. */
    private static final Set<String> LEDGER_ONLY = Set.of("files.download");

    @Test
    @DisplayName("中文与英文的词条一一对应")
    void bothLanguagesHaveTheSameKeys() {
        for (Sources chinese : Sources.below("platform/src/main/resources/words", "_zh.properties")) {
            String other = chinese.path().replace("_zh.", "_en.");
            assertThat(keys(chinese.path())).as(other).isEqualTo(keys(other));
        }
    }

    @Test
    @DisplayName("一个词条只在一个文件里")
    void noKeyStandsTwice() {
        List<String> all = Sources.below("platform/src/main/resources/words", "_zh.properties").stream()
                .flatMap(file -> file.text().lines())
                .filter(line -> KEY.matcher(line).find())
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("办过的每一件事首页都说得出")
    void everyDeedHasWords() {
        Set<String> known = Sources.below("platform/src/main/resources/words", "_zh.properties").stream()
                .flatMap(file -> load(file).stringPropertyNames().stream())
                .collect(Collectors.toSet());
        List<String> written = Sources.program(".java").stream()
                .flatMap(file -> WRITTEN.matcher(file.text()).results())
                .map(found -> found.group(1))
                .distinct()
                .filter(verb -> !LEDGER_ONLY.contains(verb))
                .toList();
        assertThat(written).hasSizeGreaterThan(20);
        assertThat(written).allSatisfy(verb -> assertThat(known).contains("deed." + verb));
    }

    @Test
    @DisplayName("没有空白的词条")
    void noKeyIsEmpty() {
        assertThat(Sources.below("platform/src/main/resources/words", ".properties"))
                .allSatisfy(file -> assertThat(load(file).entrySet())
                        .as(file.path())
                        .noneMatch(entry -> ((String) entry.getValue()).isBlank()));
    }

    @Test
    @DisplayName("撇号：有 {0} 的词条里写两个，没有的写一个")
    void apostrophesAreDoubledInPatternsOnly() {
        assertThat(Sources.below("platform/src/main/resources/words", ".properties").stream()
                        .flatMap(file -> load(file).entrySet().stream())
                        .filter(entry -> isMisspelt((String) entry.getValue()))
                        .map(java.util.Map.Entry::getKey))
                .isEmpty();
        assertThat(List.of("the person''s own", "at {0}: another place's")).allMatch(WordsTest::isMisspelt);
        assertThat(List.of("the person's own", "at {0}: another place''s")).noneMatch(WordsTest::isMisspelt);
    }

    private static boolean isMisspelt(String text) {
        return PLACE.matcher(text).find() ? SINGLE.matcher(text).find() : text.contains("''");
    }

    @Test
    @DisplayName("程序和页面用到的词条都有")
    void everyKeyInUseExists() {
        Set<String> known = Sources.below("platform/src/main/resources/words", "_zh.properties").stream()
                .flatMap(file -> load(file).stringPropertyNames().stream())
                .collect(Collectors.toSet());
        assertThat(missing(Sources.program(".java", ".jte"), known)).isEmpty();
    }

    @Test
    @DisplayName("缺少的词条查得出来")
    void aMissingKeyIsReported() {
        Sources page = new Sources("x.jte", "${page.say(\"thing.title\")} ${page.say(\"thing.kind.\" + kind)}");
        assertThat(missing(List.of(page), Set.of("thing.kind.a"))).containsExactly("x.jte: thing.title");
        assertThat(missing(List.of(page), Set.of("thing.title"))).containsExactly("x.jte: thing.kind.…");
    }

    private static List<String> missing(List<Sources> files, Set<String> known) {
        List<String> missing = new ArrayList<>();
        for (Sources file : files) {
            for (MatchResult said : SAID.matcher(file.text()).results().toList()) {
                String key = said.group(1);
                if (said.group(2) == null && !known.contains(key)) {
                    missing.add(file.path() + ": " + key);
                } else if (said.group(2) != null && known.stream().noneMatch(word -> word.startsWith(key))) {
                    missing.add(file.path() + ": " + key + "…");
                }
            }
        }
        return missing;
    }

    private static Set<String> keys(String path) {
        return Sources.below("platform/src/main/resources/words", path.substring(path.lastIndexOf('/'))).stream()
                .flatMap(file -> load(file).stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Sources file) {
        try {
            Properties words = new Properties();
            words.load(new StringReader(file.text()));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
