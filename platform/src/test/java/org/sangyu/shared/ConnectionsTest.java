package org.sangyu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("数据库连接怎样分")
class ConnectionsTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 15, 16, 17, 32, 60})
    @DisplayName("后台任务和监听者都只差一个连接时，仍有连接给其中一个")
    void somebodyAlwaysGoesOn(int pool) {
        Connections connections = new Connections(pool);
        assertThat(connections.jobs()).isPositive();
        assertThat(connections.listeners()).isPositive();
        int held = connections.jobs() * (Connections.OF_A_JOB - 1)
                + connections.listeners() * (Connections.OF_A_LISTENER - 1);
        assertThat(held).isLessThan(pool);
        assertThat(connections.jobs() * Connections.OF_A_JOB + connections.listeners() * Connections.OF_A_LISTENER)
                .isLessThanOrEqualTo(pool);
    }

    @Test
    @DisplayName("少于八个连接不启动，并说要几个")
    void tooFewAreRefused() {
        assertThatThrownBy(() -> new Connections(Connections.LEAST - 1))
                .hasMessageContaining("7")
                .hasMessageContaining("8");
    }
}
