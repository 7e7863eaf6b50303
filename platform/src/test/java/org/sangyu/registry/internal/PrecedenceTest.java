package org.sangyu.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.Period;
import org.sangyu.registry.internal.Precedence.Claim;

@DisplayName("几个来源说法不一时哪一个算数")
class PrecedenceTest {

    private static final LocalDate D2010 = LocalDate.of(2010, 1, 1);
    private static final LocalDate D2015 = LocalDate.of(2015, 1, 1);
    private static final LocalDate D2020 = LocalDate.of(2020, 1, 1);

    @Test
    @DisplayName("同一来源后开始的从开始那天起算数，前面的到前一天为止")
    void laterStartTakesOver() {
        assertThat(settled(List.of(claim("old", D2010, null, 1), claim("new", D2020, null, 1))))
                .containsExactlyInAnyOrder("new 2020-01-01..null", "old 2010-01-01..2020-01-01");
    }

    @Test
    @DisplayName("排在前面的来源在它说到的日子里算数，其余日子用另一个来源")
    void betterSourceWinsForItsDays() {
        assertThat(settled(List.of(claim("police", D2015, D2020, 1), claim("roster", null, null, 9))))
                .containsExactlyInAnyOrder(
                        "police 2015-01-01..2020-01-01", "roster null..2015-01-01", "roster 2020-01-01..null");
    }

    @Test
    @DisplayName("完全被盖住的不出现；顺序不影响结果")
    void coveredClaimsVanish() {
        assertThat(settled(List.of(claim("roster", D2015, D2020, 9), claim("police", D2010, null, 1))))
                .containsExactly("police 2010-01-01..null");
    }

    @Test
    @DisplayName("只有一个说法时原样保留")
    void singleClaimStays() {
        assertThat(settled(List.of(claim("only", null, D2020, 5)))).containsExactly("only null..2020-01-01");
    }

    private static Claim<String> claim(String name, @Nullable LocalDate from, @Nullable LocalDate to, int rank) {
        return new Claim<>(name, new Period(from, to), rank, 0);
    }

    private static List<String> settled(List<Claim<String>> claims) {
        List<String> spans = new ArrayList<>();
        Precedence.settle(claims, (name, span) -> spans.add(name + " " + span.from() + ".." + span.to()));
        return spans;
    }
}
