package org.sangyu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("地区是数据，不是代码")
class RegionIsDataTest {

    /** A text that is nothing but a division code; other numbers of this length are written without quotes, and no
     * real code begins with 9. */
    private static final Pattern CODE = Pattern.compile("[\"']([1-8]\\d{3}|[1-8]\\d{5}|[1-8]\\d{8}|[1-8]\\d{11})[\"']");

    @Test
    @DisplayName("代码、SQL、模板里没有任何政策包所在地区的名称或拼音")
    void noNameOfAnyRegion() {
        assertThat(names()).hasSizeGreaterThan(4);
        assertThat(named(Sources.program(".java", ".sql", ".jte"), names())).isEmpty();
    }

    @Test
    @DisplayName("代码、SQL、模板里没有行政区划代码")
    void noDivisionCode() {
        assertThat(coded(Sources.program(".java", ".sql", ".jte"))).isEmpty();
    }

    @Test
    @DisplayName("写进代码的地区查得出来")
    void aRegionInCodeIsReported() {
        String name = names().iterator().next();
        assertThat(named(List.of(new Sources("X.java", "if (city.equals(\"" + name + "\"))")), names()))
                .hasSize(1);
        assertThat(coded(List.of(new Sources("X.java", "code.startsWith(\"8801\")"))))
                .hasSize(1);
        assertThat(coded(List.of(new Sources("X.sql", "where code = '880102'"))))
                .hasSize(1);
    }

    private static List<String> named(List<Sources> files, Set<String> names) {
        List<String> found = new ArrayList<>();
        for (Sources file : files) {
            String text = file.text().toLowerCase(Locale.ROOT);
            names.stream().filter(text::contains).forEach(name -> found.add(file.path() + ": " + name));
        }
        return found;
    }

    private static List<String> coded(List<Sources> files) {
        List<String> found = new ArrayList<>();
        for (Sources file : files) {
            for (MatchResult code : CODE.matcher(file.text()).results().toList()) {
                found.add(file.path() + ": " + code.group());
            }
        }
        return found;
    }

    /** Chinese names, with and without their class word, and pinyin names of every pack below the nation. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Sources pack : Sources.below("packs/cn", "pack.yaml")) {
            if (pack.path().equals("packs/cn/pack.yaml")) {
                continue;
            }
            Map<?, ?> content = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(pack.text());
            Map<?, ?> name = (Map<?, ?>) content.get("name");
            String chinese = String.valueOf(name.get("zh"));
            names.add(chinese);
            names.add(chinese.replaceFirst("[省市县区州盟]$", ""));
            names.add(String.valueOf(name.get("en")).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
