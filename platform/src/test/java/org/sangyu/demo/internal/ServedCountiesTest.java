package org.sangyu.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackSet;

@DisplayName("演示人口：哪些地方有人")
class ServedCountiesTest {

    private final PackSet all = PackSet.read(Path.of("../packs"));
    private final List<String> codes = ServedCounties.codes(all);

    @Test
    @DisplayName("每个有文件的市县都有人，草案的、没有标准的也有；只是中间一层的没有")
    void everyLowestRegionHasPeople() {
        for (Pack pack : all.packs()) {
            boolean between = all.packs().stream()
                    .anyMatch(other -> !other.equals(pack) && other.region().startsWith(pack.region()));
            if (pack.region().matches("[0-9]{4,}") && !between) {
                assertThat(codes).contains(pack.region());
            }
        }
        assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("先是标准已经生效的，草案的在后")
    void thoseInForceComeFirst() {
        List<Boolean> drafts = codes.stream()
                .map(code -> all.packs().stream()
                        .filter(pack -> pack.region().equals(code))
                        .anyMatch(Pack::draft))
                .toList();
        assertThat(drafts).contains(true);
        assertThat(drafts.getFirst()).isFalse();
    }
}
