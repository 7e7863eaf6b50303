package org.sangyu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@DisplayName("每一句话中英文都有")
class DictionaryTest {

    static Stream<String> modules() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_zh.properties"))
                .map(Resource::getFilename)
                .map(name -> name.substring(0, name.length() - "_zh.properties".length()));
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("两种语言的词条一样，参数一样，都能读")
    void saysTheSameInBothLanguages(String module) throws IOException {
        Properties chinese = read(module + "_zh");
        Properties english = read(module + "_en");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(parameters(english, key)).as(key).isEqualTo(parameters(chinese, key));
        }
    }

    private static long parameters(Properties words, String key) {
        String text = words.getProperty(key);
        if (!text.contains("{")) {
            return 0;
        }
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("words/" + file + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
