package org.sangyu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every public type and enum constant in a module's root package has a Chinese and an English word in the glossary, or
 * stands there in the list of names that are machinery and no words of the office.
 */
@DisplayName("术语表")
class GlossaryTest {

    private static final Map<?, ?> GLOSSARY = (Map<?, ?>) new Load(
                    LoadSettings.builder().build())
            .loadFromString(Sources.below("docs", "glossary.yaml").getFirst().text());

    @Test
    @DisplayName("模块对外的每个名称都有中文和英文")
    void everyPublicNameIsExplained() {
        Set<String> explained = new HashSet<>(machinery());
        terms().forEach(term -> explained.add(String.valueOf(term.get("java"))));
        Set<String> missing = new TreeSet<>(publicNames());
        missing.removeAll(explained);
        missing.removeIf(name -> name.contains(".") && machinery().contains(name.substring(0, name.lastIndexOf('.'))));
        assertThat(missing).as("names missing in docs/glossary.yaml").isEmpty();
    }

    @Test
    @DisplayName("每条术语都有中文、英文、程序名，且不重复")
    void everyTermIsComplete() {
        assertThat(terms())
                .allSatisfy(term ->
                        assertThat(term.keySet().stream().map(String::valueOf)).contains("zh", "en", "java"));
        assertThat(terms().stream().map(term -> String.valueOf(term.get("java"))))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("术语表里没有程序中已不存在的名称")
    void noEntryIsLeftOver() {
        Set<String> left = new TreeSet<>(machinery());
        terms().forEach(term -> left.add(String.valueOf(term.get("java"))));
        left.removeAll(publicNames());
        assertThat(left)
                .as("entries of docs/glossary.yaml without a name in the program")
                .isEmpty();
    }

    private static List<Map<?, ?>> terms() {
        return ((List<?>) GLOSSARY.get("terms"))
                .stream().<Map<?, ?>>map(term -> (Map<?, ?>) term).toList();
    }

    private static List<String> machinery() {
        return ((List<?>) GLOSSARY.get("machinery"))
                .stream().map(String::valueOf).toList();
    }

    private static Set<String> publicNames() {
        Set<String> names = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.sangyu").stream()
                        .filter(type -> type.getPackageName().matches("org\\.sangyu\\.[a-z]+"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getName().contains("$") || type.isEnum())
                        .filter(type -> !type.getSimpleName().matches("Jte.*Generated"))
                        .flatMap(GlossaryTest::names)
                        .forEach(names::add);
        return names;
    }

    private static Stream<String> names(JavaClass type) {
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return Stream.concat(
                Stream.of(name),
                type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                        .map(field -> name + "." + field.getName()));
    }
}
