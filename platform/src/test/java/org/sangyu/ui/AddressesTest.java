package org.sangyu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("地址里的一项换了，其余照旧")
class AddressesTest {

    @Test
    @DisplayName("换、加、去，都不动别的项")
    void changesOnePart() {
        assertThat(Addresses.with("/elders?q=%E7%8E%8B&page=3", "page", "4")).isEqualTo("/elders?q=%E7%8E%8B&page=4");
        assertThat(Addresses.with("/elders", "sort", "-age")).isEqualTo("/elders?sort=-age");
        assertThat(Addresses.with("/elders?sort=name", "sort", null)).isEqualTo("/elders");
        assertThat(Addresses.with("/elders?a&&b=%ZZ", "c", "王 1")).isEqualTo("/elders?a&b=%ZZ&c=%E7%8E%8B+1");
    }

    @Test
    @DisplayName("别家的地址不算我们的")
    void knowsOurOwn() {
        assertThat(Addresses.isOurs("/elders?q=1")).isTrue();
        assertThat(Addresses.isOurs("//evil.example/")).isFalse();
        assertThat(Addresses.isOurs("/\\evil.example/")).isFalse();
        assertThat(Addresses.isOurs("https://evil.example/")).isFalse();
        assertThat(Addresses.isOurs("/a\r\nSet-Cookie: x")).isFalse();
    }
}
