package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("验证器的数字")
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final long STEP = 30;

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    @DisplayName("与 RFC 6238 附录 B 的数字一致（后六位）")
    void fitsTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, second / STEP)).isEqualTo(code);
    }

    @Test
    @DisplayName("前一个、现在、后一个数字可以，再远不行；用过的不能再用")
    void acceptsOneStepEitherSide() {
        Instant now = Instant.ofEpochSecond(1_000 * STEP);
        for (long step = 998; step <= 1_002; step++) {
            boolean near = step >= 999 && step <= 1_001;
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step), now, 0).isPresent())
                    .as("step " + step)
                    .isEqualTo(near);
        }
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, 1_000), now, 1_000)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, 1_001), now, 1_000)).hasValue(1_001);
        assertThat(Totp.stepOf(SECRET, "", now, 0)).isEmpty();
        assertThat(Totp.stepOf(SECRET, "数字不是", now, 0)).isEmpty();
    }

    @Test
    @DisplayName("密钥用字母和数字写出来，四个一组，验证器都认得")
    void spellsTheSecret() {
        AuthenticatorSecret secret = new AuthenticatorSecret(SECRET);
        assertThat(secret.spelled()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(secret.picture("li.na")).startsWith("data:image/svg+xml;base64,");
        assertThat(AuthenticatorSecret.draw().bytes())
                .hasSize(20)
                .isNotEqualTo(AuthenticatorSecret.draw().bytes());
    }
}
