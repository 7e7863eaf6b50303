package org.sangyu.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

@DisplayName("不能用的设置")
class BadSettingTest {

    private static final RuntimeException FAILURE =
            new IllegalStateException("bean", new BadSetting("不得短于 P6M", "may not be less than P6M"));

    @Test
    @DisplayName("不启动，两种语言各一句；别的错误照样抛出")
    void isOneSentenceInEachLanguage() throws CannotStart {
        Options options = Options.parse(List.of("--data", "x", "--port", "8080"), Map.of());
        assertThat(Failures.explain(FAILURE, options).sentence().lines())
                .containsExactly("不得短于 P6M", "may not be less than P6M");
        RuntimeException other = new IllegalStateException("bean", new RuntimeException("ours"));
        assertThatThrownBy(() -> Failures.explain(other, options)).isSameAs(other);
    }

    @Test
    @DisplayName("Spring 不在旁边再印一遍堆栈")
    void isExplainedToSpring() {
        // Some of Spring's own want a running program.
        List<FailureAnalyzer> all = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((text, failure) -> {}));
        assertThat(all.stream().filter(BadSettingAnalyzer.class::isInstance).map(one -> one.analyze(FAILURE)))
                .singleElement()
                .satisfies(known -> assertThat(known.getCause()).isInstanceOf(BadSetting.class));
    }
}
