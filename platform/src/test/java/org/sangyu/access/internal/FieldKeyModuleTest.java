package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;
import org.sangyu.testing.ModuleTest;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(extraIncludes = {"jobs", "files"})
@TestPropertySource(properties = "sangyu.fields.refresh=50ms")
@DisplayName("更换字段密钥")
class FieldKeyModuleTest {

    private static final int MANY = 3_000;

    @Autowired
    KeyedFieldCipher cipher;

    @Autowired
    FieldKeys keys;

    @Autowired
    FieldKeyTable table;

    @Autowired
    EncryptedColumns columns;

    @Autowired
    FieldKeyKeeping keeping;

    @Autowired
    FieldKeyMove move;

    @Autowired
    TransactionTemplate transactions;

    @Value("${sangyu.data}")
    Path data;

    @Value("${sangyu.db.url}")
    String url;

    @BeforeEach
    void people() throws SQLException {
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from registry.elder");
            statement.execute("delete from registry.contact_fact");
        }
        telephone("13800005678");
        for (int at = 0; at < MANY; at += MANY / 3) {
            register(cipher, at, MANY / 3);
        }
    }

    @Test
    @DisplayName("迁移期间新旧密文都还原得了；别的进程仍用旧密钥写的也迁到；迁完全用新密钥，索引不变；留足天数才销毁")
    void movesEverythingWhilePeopleWork() throws SQLException {
        KeyedFieldCipher another = new KeyedFieldCipher(instance(rules(FieldSuite.AES)));
        byte[] old = cipher.encrypt(Field.PHONE, "13800005678");
        byte[] index = cipher.blindIndex(Field.PHONE, "13800005678");
        int before = old[0];
        int version = changed();
        assertThat(cipher.encrypt(Field.PHONE, "1")[0]).isEqualTo((byte) version);
        assertThat(another.encrypt(Field.PHONE, "1")[0]).isEqualTo((byte) before);
        assertThat(cipher.decrypt(Field.PHONE, old)).isEqualTo("13800005678");
        assertThat(another.decrypt(Field.PHONE, cipher.encrypt(Field.PHONE, "2")))
                .as("a key that another process made is found when it is needed")
                .isEqualTo("2");

        List<Integer> late = new ArrayList<>(List.of(MANY));
        run(version, false, () -> {
            if (!late.isEmpty()) {
                register(another, late.removeFirst(), 1);
            }
        });

        assertThat(versions()).containsOnlyKeys(version);
        assertThat(versions()).containsEntry(version, MANY + 1L);
        assertThat(idOf(0)).isEqualTo(number(0));
        assertThat(idOf(MANY)).isEqualTo(number(MANY));
        assertThat(cipher.blindIndex(Field.PHONE, "13800005678")).isEqualTo(index);
        assertThat(state(before)).isEqualTo(FieldKeyKeeping.State.EMPTY);
        assertThat(Desks.at(Role.SECURITY, Place.NATION.path(), keeping::destroy))
                .as("before the days are over")
                .isNull();

        behind("update access.field_key set emptied = emptied - interval '8 days'");
        run(version, true, () -> {});
        assertThat(state(before)).isEqualTo(FieldKeyKeeping.State.DESTROYED);
        assertThatThrownBy(() -> cipher.decrypt(Field.PHONE, old)).hasMessageContaining("destroyed");
        assertThat(idOf(0)).isEqualTo(number(0));
    }

    @Test
    @DisplayName("半途中断：一部分已迁、都还原得了；迁移未完不能再换；再运行一次做完剩下的")
    void goesOnAfterABreak() throws SQLException {
        int version = changed();
        int before = encrypted(0)[0];
        assertThatThrownBy(() -> run(version, false, () -> {
                    if (telephone() == version) {
                        throw new IllegalStateException("broken off");
                    }
                }))
                .hasMessage("broken off");
        assertThat(telephone()).isEqualTo(version);
        assertThat(versions()).containsOnlyKeys(before);
        assertThat(idOf(0)).isEqualTo(number(0));
        assertThat(idOf(MANY - 1)).isEqualTo(number(MANY - 1));
        assertThat(keys.makeNewest()).isNull();
        run(version, false, () -> {});
        assertThat(versions()).containsOnlyKeys(version);
        run(version, false, () -> {});
        assertThat(versions()).containsEntry(version, (long) MANY);
    }

    @Test
    @DisplayName("有人一直改着一行：不等他，下一遍再来，最后一行不落")
    void comesBackToARowThatSomebodyHolds() throws SQLException {
        int version = changed();
        try (Connection busy = TestDatabases.behind(url);
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select from registry.elder where name = 'n9' for update");
            int[] pieces = {0};
            run(version, false, () -> {
                if (++pieces[0] == columns.list().size()) {
                    busy.rollback();
                }
            });
        }
        assertThat(versions()).containsOnlyKeys(version);
        assertThat(idOf(9)).isEqualTo(number(9));
    }

    @Test
    @DisplayName("没有办成的更换不算：撤回之前之后，都没有用过那把密钥")
    void aChangeTakenBackNeverEncrypts() {
        byte before = cipher.encrypt(Field.PHONE, "1")[0];
        Byte during = transactions.execute(status -> {
            status.setRollbackOnly();
            changed();
            keys.refresh();
            return cipher.encrypt(Field.PHONE, "2")[0];
        });
        assertThat(during).isEqualTo(before);
        assertThat(cipher.encrypt(Field.PHONE, "3")[0]).isEqualTo(before);
    }

    @Test
    @DisplayName("换到国密算法：新密钥用 SM4，旧的仍用原算法还原，索引照旧")
    void changesTheSuite() throws SQLException {
        byte[] index = cipher.blindIndex(Field.ID_NUMBER, number(7));
        Integer version = instance(rules(FieldSuite.SM)).makeNewest();
        keys.refresh();
        assertThat(version).isNotNull();
        assertThat(idOf(7)).isEqualTo(number(7));
        run(version, false, () -> {});
        assertThat(versions()).containsOnlyKeys(version);
        assertThat(idOf(7)).isEqualTo(number(7));
        assertThat(cipher.blindIndex(Field.ID_NUMBER, number(7))).isEqualTo(index);
        assertThat(keeping.list().getFirst().suite()).isEqualTo("SM4-GCM");
    }

    @Test
    @DisplayName("换密钥文件：字段一个不动；只有新文件也能启动；不是这个文件就拒绝")
    void renewsTheFile(@TempDir Path elsewhere) throws IOException, SQLException {
        int number = keys.renewMaster();
        Path file = data.resolve("keys/field-" + number + ".key");
        assertThat(idOf(3)).isEqualTo(number(3));
        Path copy = elsewhere.resolve("keys/field-" + number + ".key");
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        KeyedFieldCipher alone =
                new KeyedFieldCipher(new FieldKeys(rules(FieldSuite.AES), elsewhere, table, transactions));
        assertThat(alone.decrypt(Field.ID_NUMBER, encrypted(3))).isEqualTo(number(3));
        Files.writeString(copy, "00".repeat(32));
        assertThatThrownBy(() -> new FieldKeys(rules(FieldSuite.AES), elsewhere, table, transactions))
                .hasMessageContaining("not the one of this database");
        Files.delete(copy);
        assertThatThrownBy(() -> new FieldKeys(rules(FieldSuite.AES), elsewhere, table, transactions))
                .hasMessageContaining(copy.getFileName().toString());
    }

    @Test
    @DisplayName("还原不了的字段原样保留，指出在哪张表，任务不当作完成")
    void leavesWhatNobodyCanRead() throws SQLException {
        behind("update registry.elder set id_enc = '\\x01' || substring(id_enc from 2 for 12) || '\\x00'::bytea"
                + " where name = 'n5'");
        int version = changed();
        assertThatThrownBy(() -> run(version, false, () -> {}))
                .isInstanceOfSatisfying(Jobs.FailedException.class, failed -> {
                    assertThat(failed.sentence().wordKey()).isEqualTo("access.keys.unreadable");
                    assertThat(failed.sentence().arguments()).contains("registry.elder");
                });
        assertThat(state(version - 1)).isEqualTo(FieldKeyKeeping.State.OLDER);
        behind("delete from registry.elder where name = 'n5'");
        run(version, false, () -> {});
    }

    @Test
    @DisplayName("数据库里的换文函数只收最新密钥的密文，只动密文列")
    void theDatabaseTakesNothingElse() throws SQLException {
        byte[] old = encrypted(1);
        int version = changed();
        EncryptedColumns.Column column = new EncryptedColumns.Column("registry.elder", "id_enc", 1);
        assertThatThrownBy(() -> transactions.execute(
                        status -> columns.replace(column, List.of(new EncryptedColumns.Moved("(0,1)", old, old)))))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("not encrypted with the newest key");
        assertThatThrownBy(() -> columns.older(new EncryptedColumns.Column("registry.elder", "id_idx", 1), 0, 1))
                .hasStackTraceContaining("not a column of ciphertexts");
        assertThatThrownBy(() -> columns.older(new EncryptedColumns.Column("pg_catalog.pg_authid", "x_enc", 1), 0, 1))
                .hasStackTraceContaining("not a column of ciphertexts");
        run(version, false, () -> {});
    }

    @Test
    @DisplayName("每一列密文都说得出是什么字段；别的字节列都是认得的")
    void everyColumnOfCiphertextsIsKnown() throws SQLException {
        assertThat(columns.list()).extracting(EncryptedColumns.Column::field).doesNotContainNull();
        assertThat(columns.list())
                .extracting(column -> column.table() + "." + column.name())
                .contains("registry.elder.id_enc", "registry.consent.phone_enc", "access.account.second_secret_enc");
        assertThat(texts("""
                select distinct c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                join pg_namespace n on n.oid = c.relnamespace
                where a.atttypid = 'bytea'::regtype and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
                    and n.nspname in ('access', 'benefits', 'desk', 'exchange', 'files', 'policy', 'regions', 'registry')
                    and right(a.attname, 4) not in ('_enc', '_idx') and right(a.attname, 9) <> '_idx_next' order by 1"""))
                .as("bytes that are hashes or wrapped keys; a ciphertext is called *_enc")
                .containsExactly(
                        "audit_leaf.content",
                        "audit_seal.chain",
                        "audit_seal.root",
                        "code_sent.phone",
                        "field_key.fingerprint",
                        "field_key.index_wrapped",
                        "field_key.wrapped",
                        "index_key.wrapped",
                        "recovery_code.secret",
                        "session_attributes.attribute_bytes",
                        "sign_in_failure.name",
                        "vendor.secret",
                        "viewing.code");
    }

    private int changed() {
        Integer made = keys.makeNewest();
        assertThat(made).isNotNull();
        return made;
    }

    private void run(int version, boolean destroy, KeyRun.Piece each) {
        Map<String, String> arguments = Map.of("version", String.valueOf(version), "destroy", String.valueOf(destroy));
        Desks.act(Role.SECURITY, Place.NATION.path(), () -> move.run(new KeyRun(arguments, each)));
    }

    private FieldKeyKeeping.State state(int version) {
        return keeping.list().stream()
                .filter(one -> one.number() == version)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private FieldKeys instance(FieldRules rules) {
        return new FieldKeys(rules, data, table, transactions);
    }

    private static FieldRules rules(FieldSuite suite) {
        return new FieldRules(suite, "", java.time.Duration.ofHours(1), java.time.Duration.ofDays(7));
    }

    private static String number(int person) {
        return "41090219400101%04d".formatted(person);
    }

    private void register(KeyedFieldCipher with, int first, int many) throws SQLException {
        try (Connection connection = TestDatabases.behind(url);
                PreparedStatement insert = connection.prepareStatement("""
                        insert into registry.elder (id, place, name, name_key, pinyin, initials, updated, id_enc, id_idx, id_key)
                        values (?, 'C0G0801001001', ?, 'n', 'n', 'n', now(), ?, ?, 1)""")) {
            for (int person = first; person < first + many; person++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, "n" + person);
                insert.setBytes(3, with.encrypt(Field.ID_NUMBER, number(person)));
                insert.setBytes(4, with.blindIndex(Field.ID_NUMBER, number(person)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void telephone(String number) throws SQLException {
        try (Connection connection = TestDatabases.behind(url);
                PreparedStatement insert = connection.prepareStatement("""
                        insert into registry.contact_fact (id, elder, place, kind, phone_enc, phone_idx, phone_key,
                            recorded_from, recorded_by, source)
                        values (gen_random_uuid(), gen_random_uuid(), 'C0G0801001001', 'SELF', ?, ?, 1, now(), 'x', 'DESK')""")) {
            insert.setBytes(1, cipher.encrypt(Field.PHONE, number));
            insert.setBytes(2, cipher.blindIndex(Field.PHONE, number));
            insert.execute();
        }
    }

    /** Under which version the one telephone stands. */
    private int telephone() throws SQLException {
        return Integer.parseInt(texts("select get_byte(phone_enc, 0) from registry.contact_fact")
                .getFirst());
    }

    private String idOf(int person) throws SQLException {
        return cipher.decrypt(Field.ID_NUMBER, encrypted(person));
    }

    private byte[] encrypted(int person) throws SQLException {
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select id_enc from registry.elder where name = 'n" + person + "'")) {
            assertThat(row.next()).isTrue();
            return row.getBytes(1);
        }
    }

    /** How many ID numbers stand under which version. */
    private Map<Integer, Long> versions() throws SQLException {
        Map<Integer, Long> counts = new java.util.TreeMap<>();
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select get_byte(id_enc, 0), count(*) from registry.elder group by 1")) {
            while (row.next()) {
                counts.put(row.getInt(1), row.getLong(2));
            }
        }
        return counts;
    }

    private List<String> texts(String question) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    private void behind(String sql) throws SQLException {
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
