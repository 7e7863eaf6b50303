package org.sangyu.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("启动选项")
class OptionsTest {

    @Test
    @DisplayName("什么都不写：本机 8080 端口的演示，规模百分之一")
    void withoutOptionsItIsADemonstrationOnThisMachineOnly() throws CannotStart {
        Options options = Options.parse(List.of(), Map.of("SANGYU_ADDRESS", "0.0.0.0"));
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.address()).isEqualTo("127.0.0.1");
        assertThat(options.scale()).isEqualByComparingTo("0.01");
        assertThat(options.production()).isFalse();
        assertThat(options.data()).endsWithRaw(java.nio.file.Path.of(".sangyu"));
    }

    @Test
    @DisplayName("给了外部数据库就是正式使用")
    void anExternalDatabaseIsNeverADemonstration() throws CannotStart {
        Options options = Options.parse(
                List.of(), Map.of("SANGYU_DB_URL", "jdbc:postgresql://db/x", "SANGYU_DB_APP_USER", "clerk"));
        assertThat(options.production()).isTrue();
        DatabaseAccess external = options.external();
        assertThat(external)
                .isNotNull()
                .extracting(access -> access.app().user())
                .isEqualTo("clerk");
        assertThat(external).extracting(access -> access.owner().user()).isEqualTo("sangyu_owner");
    }

    @ParameterizedTest(name = "端口 {0}")
    @ValueSource(strings = {"0", "65536", "abc", "", "-1", "99999999"})
    void refusesAPortThatCannotBe(String port) {
        assertThatThrownBy(() -> Options.parse(List.of("--port", port), Map.of()))
                .isInstanceOf(CannotStart.class);
    }

    @ParameterizedTest(name = "端口 {0}")
    @ValueSource(strings = {"1", "65535"})
    void takesTheFirstAndTheLastPort(String port) throws CannotStart {
        assertThat(Options.parse(List.of("--port", port), Map.of()).port()).isEqualTo(Integer.parseInt(port));
    }

    @ParameterizedTest(name = "规模 {0}")
    @ValueSource(strings = {"0", "1.000001", "2", "-0.1", "1%", "", "0.0000001"})
    void refusesAScaleThatIsNoShare(String scale) {
        assertThatThrownBy(() -> Options.parse(List.of("--demo", scale), Map.of()))
                .isInstanceOf(CannotStart.class);
    }

    @ParameterizedTest(name = "规模 {0}")
    @ValueSource(strings = {"1", "0.000001", "0.5"})
    void takesAScaleUpToAllPeople(String scale) throws CannotStart {
        assertThat(Options.parse(List.of("--demo", scale), Map.of()).scale()).isEqualByComparingTo(scale);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--prot", "run", "-x", "--data"})
    void refusesWhatItDoesNotKnow(String option) {
        assertThatThrownBy(() -> Options.parse(List.of(option), Map.of()))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refusal -> assertThat(refusal.sentence()).contains(option));
    }
}
