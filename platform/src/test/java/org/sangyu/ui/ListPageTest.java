package org.sangyu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("列表的页码")
class ListPageTest {

    private static final int SIZE = 10;

    @Test
    @DisplayName("写什么都不出错：空、字母、负数、零是第一页，太大的到最后一页")
    void readsAnyNumber() {
        for (String text : List.of("", " ", "abc", "-1", "0", "1.5", "１", "1 2", "+3")) {
            assertThat(PageNumber.of(text).value()).as(text).isEqualTo(1);
        }
        assertThat(PageNumber.of("7").value()).isEqualTo(7);
        assertThat(PageNumber.of(" 07 ").value()).isEqualTo(7);
        assertThat(PageNumber.of("999999").value()).isEqualTo(999_999);
        for (String text : List.of("1000001", "9999999999", "99999999999999999999")) {
            assertThat(PageNumber.of(text).value()).as(text).isEqualTo(1_000_000);
        }
    }

    @Test
    @DisplayName("满一页没有下一页，多一行才有；超过末页显示末页")
    void staysInsideTheList() {
        assertThat(page(10, "1")).isEqualTo(new ListPage<>(numbers(0, 10), 1, false));
        assertThat(page(11, "1")).isEqualTo(new ListPage<>(numbers(0, 10), 1, true));
        assertThat(page(11, "2")).isEqualTo(new ListPage<>(numbers(10, 11), 2, false));
        assertThat(page(11, "3")).isEqualTo(new ListPage<>(numbers(10, 11), 2, false));
        assertThat(page(20, "3")).isEqualTo(new ListPage<>(numbers(10, 20), 2, false));
        assertThat(page(4_321, "9999999999")).isEqualTo(new ListPage<>(numbers(4_320, 4_321), 433, false));
        assertThat(page(0, "9999999999")).isEqualTo(new ListPage<>(List.of(), 1, false));
    }

    private static ListPage<Integer> page(int rows, String asked) {
        return ListPage.read(
                PageNumber.of(asked),
                SIZE,
                (offset, limit) -> numbers(Math.min(offset, rows), Math.min(offset + limit, rows)));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
