package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"jobs", "files"})
@DisplayName("受保护字段")
class FieldCipherModuleTest {

    private static final Place COUNTY = new Place("C0G0801");
    private static final Place OTHER_COUNTY = new Place("C0G0802");

    private static final FieldRules RULES = new FieldRules(FieldSuite.AES, "", Duration.ofHours(1), Duration.ofDays(7));

    @Autowired
    FieldCipher cipher;

    @Autowired
    FieldKeyTable table;

    @Autowired
    TransactionTemplate transactions;

    @Value("${sangyu.data}")
    Path data;

    @Test
    @DisplayName("加密后能还原，两次加密的字节不同，明文不在其中")
    void encryptsEachTimeAnew() {
        byte[] once = cipher.encrypt(Field.PHONE, "13800005678");
        byte[] twice = cipher.encrypt(Field.PHONE, "13800005678");
        assertThat(once).isNotEqualTo(twice);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("5678");
        assertThat(cipher.decrypt(Field.PHONE, twice)).isEqualTo("13800005678");
    }

    @Test
    @DisplayName("改过一个字节、换了字段、太短，都不还原")
    void refusesChangedBytesAndOtherFields() {
        byte[] bytes = cipher.encrypt(Field.ACCOUNT, "6200000000000001");
        assertThatThrownBy(() -> cipher.decrypt(Field.PHONE, bytes)).isInstanceOf(IllegalStateException.class);
        bytes[bytes.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(Field.ACCOUNT, bytes)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.decrypt(Field.ACCOUNT, new byte[5])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("15 位身份证号与补成的 18 位同一索引")
    void indexesOldAndNewIdNumbersAlike() {
        assertThat(cipher.blindIndex(Field.ID_NUMBER, "110105491231002"))
                .isEqualTo(cipher.blindIndex(Field.ID_NUMBER, "11010519491231002X"));
        assertThat(cipher.blindIndex(Field.ID_NUMBER, "11010519491231002X"))
                .isNotEqualTo(cipher.blindIndex(Field.PHONE, "11010519491231002X"));
    }

    @Test
    @DisplayName("后四位的索引只在一个县里可比")
    void bindsTheLastFourToTheCounty() {
        assertThat(cipher.blindIndexOfLastFour(Field.PHONE, "13800005678", COUNTY))
                .isEqualTo(cipher.blindIndexOfLastFour(Field.PHONE, "5678", new Place("C0G0801003")))
                .isNotEqualTo(cipher.blindIndexOfLastFour(Field.PHONE, "13800005678", OTHER_COUNTY));
    }

    @Test
    @DisplayName("密钥文件只有本人可读；丢了或换了密钥就拒绝启动")
    void refusesToStartWithAnotherKey(@TempDir Path elsewhere) throws IOException {
        Path file = data.resolve("keys/field-1.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> new FieldKeys(RULES, elsewhere, table, transactions))
                .hasMessageContaining("field-1.key");
        Files.createDirectories(elsewhere.resolve("keys"));
        Files.writeString(elsewhere.resolve("keys/field-1.key"), "00".repeat(32));
        assertThatThrownBy(() -> new FieldKeys(RULES, elsewhere, table, transactions))
                .hasMessageContaining("not the one of this database");
    }
}
