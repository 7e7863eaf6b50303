package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.Role;

@DisplayName("回盘")
class ReturnFileModuleTest extends CycleCounty {

    @Test
    @DisplayName("同一回盘文件读两次不改变任何结果；对不上的只列出")
    void theSameAnswerTwice() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID cycle = released(MAY);
        String ours = reference(cycle, wang);
        String answer =
                "头\r\n1|%s|x|x|x|40.00|成功\r\n2|F0-0|x|x|x|50.00|成功\r\n3|%s|x|x|x|50.00|成功\r\n".formatted(ours, ours);
        answer(cycle, answer);
        assertThat(verdicts(cycle)).containsExactly("OTHER_AMOUNT", "UNKNOWN_REFERENCE", "REPEATED");
        assertThat(state(cycle, wang)).isEqualTo("SENT");
        assertThat(upload(cycle, answer)).isPresent();
        answer(cycle, "头\r\n1|" + ours + "|x|x|x|50.00|处理中\r\n");
        assertThat(state(cycle, wang)).isEqualTo("UNKNOWN");
        assertThat(run(Role.COUNTY_FINANCE, on -> desk.retry(on), cycle)).isPresent();
        at(Role.COUNTY_FINANCE, () -> returns.settle(cycle, ours, true, "银行回单 12 号"));
        assertThat(state(cycle, wang)).isEqualTo("PAID");
        answer(cycle, "头\r\n1|" + ours + "|x|x|x|50.00|失败|迟到\r\n");
        assertThat(verdicts(cycle)).contains("CONTRADICTS");
        assertThat(state(cycle, wang)).isEqualTo("PAID");
    }

    @Test
    @DisplayName("同一回盘里一笔两种结果：都不登记；两行相同的登记一次")
    void twoAnswersForOnePayment() {
        UUID wang = enrol("王秀英", "2026-05");
        UUID li = enrol("李建国", "2026-05");
        UUID cycle = released(MAY);
        String torn = reference(cycle, wang);
        String twice = reference(cycle, li);
        answer(
                cycle,
                "头\r\n1|%1$s|x|x|x|50.00|成功\r\n2|%1$s|x|x|x|50.00|失败\r\n3|%2$s|x|x|x|50.00|成功\r\n4|%2$s|x|x|x|50.00|成功\r\n"
                        .formatted(torn, twice));
        assertThat(verdicts(cycle)).containsExactly("REPEATED", "REPEATED", "APPLIED", "REPEATED");
        assertThat(state(cycle, wang)).isEqualTo("SENT");
        assertThat(state(cycle, li)).isEqualTo("PAID");
    }
}
