package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("国密与国际算法")
class FieldSuiteTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NONCE = HEX.parseHex("00001234567800000000abcd");

    @Test
    @DisplayName("SM4-GCM 与 RFC 8998 附录的例子一致")
    void sm4AgreesWithTheStandard() throws GeneralSecurityException {
        FieldEngine engine = FieldSuite.SM.engine(HEX.parseHex("0123456789abcdeffedcba9876543210" + "00".repeat(16)));
        byte[] clear = HEX.parseHex("aa".repeat(8)
                + "bb".repeat(8)
                + "cc".repeat(8)
                + "dd".repeat(8)
                + "ee".repeat(8)
                + "ff".repeat(8)
                + "ee".repeat(8)
                + "aa".repeat(8));
        byte[] binding = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] sealed = engine.seal(NONCE, binding, clear);
        assertThat(HEX.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(engine.open(NONCE, binding, sealed)).isEqualTo(clear);
    }

    @ParameterizedTest
    @EnumSource(FieldSuite.class)
    @DisplayName("能还原；改一个字节、换一个字段都不行；索引同文同键才相同")
    void everySuiteKeepsThePromise(FieldSuite suite) throws GeneralSecurityException {
        byte[] key = HEX.parseHex("01".repeat(32));
        byte[] other = HEX.parseHex("02".repeat(32));
        FieldEngine engine = suite.engine(key);
        byte[] clear = "11010519491231002X".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = engine.seal(NONCE, new byte[] {1}, clear);
        assertThat(engine.open(NONCE, new byte[] {1}, sealed)).isEqualTo(clear);
        assertThatThrownBy(() -> engine.open(NONCE, new byte[] {2}, sealed))
                .isInstanceOf(GeneralSecurityException.class);
        byte[] changed = sealed.clone();
        changed[0] ^= 1;
        assertThatThrownBy(() -> engine.open(NONCE, new byte[] {1}, changed))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> suite.engine(other).open(NONCE, new byte[] {1}, sealed))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(engine.mac(new byte[] {1}, clear))
                .hasSize(32)
                .isEqualTo(suite.engine(key).mac(new byte[] {1}, clear))
                .isNotEqualTo(engine.mac(new byte[] {2}, clear))
                .isNotEqualTo(suite.engine(other).mac(new byte[] {1}, clear));
    }
}
