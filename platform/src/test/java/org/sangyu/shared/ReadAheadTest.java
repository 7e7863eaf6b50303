package org.sangyu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("边读边算")
class ReadAheadTest {

    private static final int MANY = 10_001;
    private static final Desk DESK = Desk.of("li", "李", Role.COUNTY_CLERK, new Place("C010101"));

    private static void numbers(Consumer<Integer> taker) {
        IntStream.range(0, MANY).boxed().forEach(taker);
    }

    @Test
    @DisplayName("一个不少，次序不变，读的一方在同一岗位")
    void keepsOrder() {
        List<Integer> taken = new ArrayList<>();
        List<Desk> desks = new ArrayList<>();
        CurrentDesk.run(DESK, () -> {
            try (ReadAhead<Integer> ahead = new ReadAhead<>("test", taker -> {
                desks.add(CurrentDesk.get());
                numbers(taker);
            })) {
                ahead.forEach(taken::add);
            }
        });
        assertThat(taken).isEqualTo(IntStream.range(0, MANY).boxed().toList());
        assertThat(desks).containsExactly(DESK);
    }

    @Test
    @DisplayName("读到一半出错，算的一方得到同一个错误，此前已读的都已算过")
    void failsWithTheReading() {
        AtomicInteger taken = new AtomicInteger();
        CurrentDesk.run(
                DESK,
                () -> assertThatThrownBy(() -> {
                            try (ReadAhead<Integer> ahead = new ReadAhead<>("test", taker -> {
                                IntStream.range(0, 1000).boxed().forEach(taker);
                                throw new IllegalStateException("broken");
                            })) {
                                ahead.forEach(one -> taken.incrementAndGet());
                            }
                        })
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("broken"));
        assertThat(taken).hasValue(1000);
    }

    @Test
    @DisplayName("算到一半出错，读的一方随之停下，不留下线程")
    void stopsTheReading() {
        AtomicInteger read = new AtomicInteger();
        Thread[] reader = new Thread[1];
        CurrentDesk.run(
                DESK,
                () -> assertThatThrownBy(() -> {
                            try (ReadAhead<Integer> ahead = new ReadAhead<>("test", taker -> {
                                reader[0] = Thread.currentThread();
                                numbers(one -> {
                                    read.incrementAndGet();
                                    taker.accept(one);
                                });
                            })) {
                                ahead.forEach(one -> {
                                    throw new IllegalArgumentException("worker");
                                });
                            }
                        })
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("worker"));
        assertThat(reader[0].isAlive()).isFalse();
        assertThat(read.get()).isLessThan(MANY);
    }
}
