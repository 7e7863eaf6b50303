package org.sangyu.regions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.regions.RememberingPorts;
import org.sangyu.shared.Place;
import org.sangyu.testing.ModuleTest;
import org.sangyu.testing.TestDatabases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import(RememberingPorts.class)
@DisplayName("另一个进程办了区划变更")
class AnotherProcessModuleTest {

    private static final Place TOWNSHIP = new Place("C090901001");

    @Autowired
    PlaceRows rows;

    @Value("${sangyu.db.url}")
    String url;

    @Test
    @DisplayName("本进程记着的名称几秒内换成新的，不必重新启动")
    void namesAreForgottenHereToo() throws Exception {
        behind("insert into regions.place (id, level, name, core, titled, path, pinyin, initials)"
                + " values (909001, 4, '旧镇', '旧', true, '" + TOWNSHIP.path() + "', 'jiu', 'j')");
        behind("insert into regions.place_path (path, place, name) values ('" + TOWNSHIP.path() + "', 909001, '旧镇')");
        StoredRegions here = new StoredRegions(rows);
        assertThat(here.nameOf(TOWNSHIP)).isEqualTo("旧镇");
        behind("update regions.place set name = '新镇' where id = 909001");
        behind("update regions.place_path set name = '新镇' where place = 909001");
        assertThat(here.nameOf(TOWNSHIP)).as("from memory").isEqualTo("旧镇");
        behind("insert into regions.change (id, day, basis, steps, account, at, done_at)"
                + " values (gen_random_uuid(), '2026-01-01', '批复', '[]', 'admin', now(), now())");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(here.nameOf(TOWNSHIP)).isEqualTo("新镇"));
    }

    private void behind(String sql) throws java.sql.SQLException {
        try (var connection = TestDatabases.behind(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
