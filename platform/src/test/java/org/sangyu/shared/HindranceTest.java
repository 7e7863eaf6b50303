package org.sangyu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("程序之外的妨碍，从出错里认出来")
class HindranceTest {

    @Test
    @DisplayName("数据库断线、停机、没有空闲连接")
    void database() {
        for (String state : new String[] {"08006", "08001", "57P01", "57P02", "57P03"}) {
            assertThat(Hindrance.of(wrapped(new SQLException("x", state))))
                    .as(state)
                    .contains(Hindrance.DATABASE);
        }
        assertThat(Hindrance.of(wrapped(new SQLTransientConnectionException("none free"))))
                .contains(Hindrance.DATABASE);
        assertThat(Hindrance.of(wrapped(new SQLException("Connection is closed"))))
                .contains(Hindrance.DATABASE);
    }

    @Test
    @DisplayName("磁盘满：数据库说的，系统用中文或英文说的")
    void disk() {
        assertThat(Hindrance.of(wrapped(new SQLException("x", "53100")))).contains(Hindrance.DISK);
        assertThat(Hindrance.of(wrapped(new IOException("No space left on device"))))
                .contains(Hindrance.DISK);
        assertThat(Hindrance.of(wrapped(new IOException("设备上没有空间")))).contains(Hindrance.DISK);
        assertThat(Hindrance.of(wrapped(new IOException("Disk quota exceeded"))))
                .contains(Hindrance.DISK);
    }

    @Test
    @DisplayName("刚换了索引密钥：只认那一类约束，别的约束是程序的错")
    void key() {
        SQLException older = new SQLException("violates check constraint \"elder_id_idx_current\"", "23514");
        assertThat(Hindrance.of(wrapped(older))).contains(Hindrance.KEY);
        SQLException other = new SQLException("violates check constraint \"elder_id_idx_check\"", "23514");
        assertThat(Hindrance.of(wrapped(other))).isEmpty();
        assertThat(Hindrance.of(wrapped(new SQLException(null, "23514")))).isEmpty();
    }

    @Test
    @DisplayName("文件不见了")
    void file() {
        assertThat(Hindrance.of(wrapped(new NoSuchFileException("files/ab/abc"))))
                .contains(Hindrance.FILE);
    }

    @Test
    @DisplayName("别的出错是程序的错：语句写错、读写出错、没有原因")
    void ours() {
        assertThat(Hindrance.of(wrapped(new SQLException("syntax", "42601")))).isEmpty();
        assertThat(Hindrance.of(wrapped(new SQLException("no state")))).isEmpty();
        assertThat(Hindrance.of(wrapped(new IOException("Input/output error")))).isEmpty();
        assertThat(Hindrance.of(new IllegalStateException())).isEmpty();
        assertThat(Hindrance.of(null)).isEmpty();
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException("outer", new UncheckedIOException(new IOException("middle", cause)));
    }
}
