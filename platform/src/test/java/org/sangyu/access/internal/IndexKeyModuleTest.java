package org.sangyu.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Hindrance;
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
@DisplayName("更换索引密钥")
class IndexKeyModuleTest {

    private static final int MANY = 2_000;
    private static final int NOBODY = 9_999;

    @Autowired
    KeyedFieldCipher cipher;

    @Autowired
    FieldKeys keys;

    @Autowired
    FieldKeyTable table;

    @Autowired
    IndexedColumns columns;

    @Autowired
    FieldKeyKeeping keeping;

    @Autowired
    IndexKeyMove move;

    @Autowired
    TransactionTemplate transactions;

    @Value("${sangyu.data}")
    Path data;

    @Value("${sangyu.db.url}")
    String url;

    @BeforeEach
    void people() throws SQLException {
        behind("delete from registry.elder");
        behind("delete from registry.consent");
        register(cipher, 0, MANY);
    }

    @Test
    @DisplayName("切换前照旧查找、登记，别的进程也是；切换后新旧的人都查得到，各表的索引仍然相等，列的约束和索引都在")
    void peopleAreFoundBeforeDuringAndAfter() throws SQLException {
        FieldKeys there = instance(FieldSuite.AES);
        KeyedFieldCipher another = new KeyedFieldCipher(there);
        List<String> before = shape();
        byte[] old = cipher.blindIndex(Field.ID_NUMBER, number(0));
        int version = coming();
        List<Integer> late = new ArrayList<>(List.of(MANY, MANY + 1));
        run(version, () -> {
            assertThat(cipher.blindIndex(Field.ID_NUMBER, number(0))).isEqualTo(old);
            assertThat(found(cipher, 0)).isEqualTo("n0");
            there.refresh();
            if (!late.isEmpty()) {
                register(another, late.removeFirst(), 1);
                behind("update registry.elder set id_idx = '\\x" + hex(cipher, NOBODY) + "' where name = 'n7'");
            }
        });
        for (int person : List.of(0, 1, MANY - 1, MANY, MANY + 1)) {
            assertThat(found(cipher, person)).isEqualTo("n" + person);
            await("another process knows in a moment")
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(found(another, person)).isEqualTo("n" + person));
        }
        assertThat(found(cipher, NOBODY)).as("who changed meanwhile").isEqualTo("n7");
        assertThat(found(cipher, 7)).isNull();
        byte[] index = cipher.blindIndex(Field.ID_NUMBER, number(0));
        assertThat(index).hasSize(33).startsWith((byte) version).isNotEqualTo(old);
        assertThat(texts("select count(*) from registry.elder where get_byte(id_idx, 0) <> " + version
                        + " or octet_length(id_idx) <> 33"))
                .containsExactly("0");
        assertThat(shape()).isEqualTo(before);
        assertThat(cipher.keyVersion()).isEqualTo(version);
    }

    @Test
    @DisplayName("用旧索引写不进去：绝不会把在册的人当新人再登记一次；告诉人再做一次，任务自己重来")
    void anOlderIndexIsRefused() throws SQLException {
        byte[] old = cipher.blindIndex(Field.ID_NUMBER, number(0));
        run(coming(), () -> {});
        assertThatThrownBy(() -> behind("""
                        insert into registry.elder (id, place, name, name_key, pinyin, initials, updated, id_enc, id_idx, id_key)
                        values (gen_random_uuid(), 'C0G0801001001', 'again', 'n', 'n', 'n', now(), '\\x01', '\\x%s', 1)""".formatted(java.util.HexFormat.of().formatHex(old))))
                .satisfies(failure -> assertThat(Hindrance.of(failure)).contains(Hindrance.KEY));
        assertThatThrownBy(() -> register(cipher, 0, 1))
                .as("the number is taken, as before")
                .hasMessageContaining("elder_living_id");
    }

    @Test
    @DisplayName("半途中断：照旧查找，已算好的留着；再运行一次做完；换算法、再换一版也查得到")
    void goesOnAfterABreakAndChangesAgain() throws SQLException {
        int version = coming();
        int[] pieces = {0};
        assertThatThrownBy(() -> run(version, () -> {
                    if (++pieces[0] == 3) {
                        throw new IllegalStateException("broken off");
                    }
                }))
                .hasMessage("broken off");
        assertThat(found(cipher, 5)).isEqualTo("n5");
        assertThat(coming()).as("the one that is being prepared goes on").isEqualTo(version);
        run(version, () -> {});
        assertThat(found(cipher, 5)).isEqualTo("n5");
        run(version, () -> {});
        assertThat(found(cipher, 5)).as("run once more, nothing happens").isEqualTo("n5");

        int overtaken = coming();
        int[] runs = {0};
        run(overtaken, () -> {
            if (++runs[0] == 1) {
                run(overtaken, () -> {});
            }
        });
        assertThat(found(cipher, 5)).as("a second run was faster").isEqualTo("n5");

        Integer third = instance(FieldSuite.SM).makeNextIndex();
        assertThat(third).isEqualTo(overtaken + 1);
        run(third, () -> {});
        assertThat(found(cipher, 5)).isEqualTo("n5");
        assertThat(keeping.listIndex().getFirst().suite()).isEqualTo("HMAC-SM3");
        int file = keys.renewMaster();
        KeyedFieldCipher restarted = new KeyedFieldCipher(instance(FieldSuite.AES));
        assertThat(found(restarted, 5))
                .as("after a start with the new key file")
                .isEqualTo("n5");
        assertThat(keeping.listIndex()).allMatch(one -> one.file() == file && one.inUse() != null);
    }

    @Test
    @DisplayName("一直有人占用表：不切换，不让人等，说明原因；空下来再做就成")
    void waitsForAFreeMoment() throws SQLException {
        int version = coming();
        try (Connection busy = TestDatabases.behind(url);
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select count(*) from registry.elder");
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> columns.hold()))
                    .satisfies(failure ->
                            assertThat(Held.by((DataAccessException) failure)).isTrue());
            assertThat(found(cipher, 5)).isEqualTo("n5");
        }
        run(version, () -> {});
        assertThat(found(cipher, 5)).isEqualTo("n5");
    }

    @Test
    @DisplayName("数据库里的函数只收新密钥的索引，只动索引列；还有没算的就不切换；没有在准备的密钥就什么也不做")
    void theDatabaseTakesNothingElse() throws SQLException {
        IndexedColumns.Column column = new IndexedColumns.Column("registry.elder", "id_idx", 1);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> columns.begin(column)))
                .hasStackTraceContaining("no key of the index is being prepared");
        int version = coming();
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        status -> columns.begin(new IndexedColumns.Column("registry.elder", "id_enc", 1))))
                .hasStackTraceContaining("not a column of indexes");
        transactions.executeWithoutResult(status -> columns.list().forEach(columns::begin));
        byte[] old = cipher.blindIndex(Field.ID_NUMBER, number(0));
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        status -> columns.fill(column, List.of(new IndexedColumns.Twin("(0,1)", old, old)))))
                .hasStackTraceContaining("not an index of the coming key");
        transactions.executeWithoutResult(status -> columns.list().forEach(columns::build));
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> columns.exchange()))
                .hasStackTraceContaining("is missing in registry.elder");
        assertThat(found(cipher, 0)).isEqualTo("n0");
        run(version, () -> {});
        assertThat(found(cipher, 0)).isEqualTo("n0");
    }

    private int coming() {
        Integer made = keys.makeNextIndex();
        assertThat(made).isNotNull();
        return made;
    }

    private void run(int version, KeyRun.Piece each) {
        Map<String, String> arguments = Map.of("version", String.valueOf(version));
        Desks.act(Role.SECURITY, Place.NATION.path(), () -> move.run(new KeyRun(arguments, each)));
    }

    private FieldKeys instance(FieldSuite suite) {
        FieldRules rules = new FieldRules(suite, "", Duration.ofHours(1), Duration.ofDays(7));
        return new FieldKeys(rules, data, table, transactions);
    }

    private static String number(int person) {
        return "41090219400101%04d".formatted(person);
    }

    private static String hex(KeyedFieldCipher with, int person) {
        return java.util.HexFormat.of().formatHex(with.blindIndex(Field.ID_NUMBER, number(person)));
    }

    private @Nullable String found(KeyedFieldCipher with, int person) throws SQLException {
        List<String> names =
                texts("select name from registry.elder where id_idx = '\\x" + hex(with, person) + "' and died is null");
        return names.isEmpty() ? null : String.join(",", names);
    }

    /** Everything that hangs on columns of indexes: indexes, constraints, rights, comments, what must not be missing. */
    private List<String> shape() throws SQLException {
        return texts("""
                select c.tab::regclass || '.' || c.col || ' ' || a.attnotnull || ' ' || coalesce(col_description(c.tab, a.attnum), '')
                    || ' ' || coalesce((select string_agg(acl::text, ' ' order by acl::text) from unnest(a.attacl) acl), '')
                    || ' ' || coalesce((select string_agg(pg_get_indexdef(i.indexrelid), ' ' order by i.indexrelid::regclass::text)
                        from pg_index i where i.indrelid = c.tab), '')
                    || ' ' || coalesce((select string_agg(n.conname || replace(pg_get_constraintdef(n.oid), ' NOT VALID', ''), ' ' order by n.conname)
                        from pg_constraint n where n.conrelid = c.tab and n.contype = 'c' and right(n.conname, 8) <> '_current'), '')
                    || ' ' || (select count(*) from pg_trigger t where t.tgrelid = c.tab)
                from access.indexed_columns() c join pg_attribute a on a.attrelid = c.tab and a.attname = c.col
                order by 1""");
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
