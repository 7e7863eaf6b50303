package org.sangyu.benefits.internal.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.benefits.internal.cycle.ReturnRow.Outcome;
import org.sangyu.shared.Money;

@DisplayName("报盘与回盘的格式")
class PayFileTest {

    private static final Charset GBK = Charset.forName("GBK");
    private final PayFormats formats = new PayFormats(java.nio.file.Path.of("no-such-folder"));

    @Test
    @DisplayName("银行文本：GBK、竖线、首行笔数与金额、回车换行")
    void writesTheBanksText() throws IOException {
        assertThat(new String(written("bank", row("王秀英|", "50.00"), row("李建国", "100.05")), GBK))
                .isEqualTo("7|2|150.05\r\n"
                        + "1|F7-1|王秀英 |6217000000000001|某行|50.00|2026-06|高龄津贴\r\n"
                        + "2|F7-2|李建国|6217000000000001|某行|100.05|2026-06|高龄津贴\r\n");
    }

    @Test
    @DisplayName("社保卡：UTF-8、表头、合计行")
    void writesHeadsAndTotals() throws IOException {
        assertThat(new String(written("social-security-card", row("王秀英", "50.00")), StandardCharsets.UTF_8))
                .startsWith("参考号,老年人姓名,身份证号,户名,社保卡账号,金额（元）,所属期,待遇\nF7-1,王秀英,998001194001010010,王秀英,")
                .endsWith("合计,1笔,,,,50.00,,\n");
    }

    @Test
    @DisplayName("文件只含正数；GBK 写不出的字不写成别的字")
    void refusesWhatWouldGoWrong() {
        assertThatThrownBy(() -> written("bank", row("王秀英", "0.00"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written("bank", row("王秀英", "-1.00"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written("bank", row("王\uD842\uDFB7", "1.00"))).hasMessageContaining("GBK");
    }

    @Test
    @DisplayName("回盘：成功、失败附原因、处理中；读不懂的行照列")
    void readsTheBanksAnswer() throws IOException {
        List<ReturnRow> rows = read(
                "bank",
                ("7|4|200.00\r\n1|F7-1|王秀英|62170|某行|50.00|成功||20260615\r\n\r\n"
                                + "2|F7-2|李|62|某行|1,000.00|失败|账号不存在|2026-06-15\r\n"
                                + "3|F7-3|张|62|某行|x|成功\r\n4|F7-4|赵|62|某行|5.00|处理中\r\n5|F7-5|钱|62|某行|5.00|？？")
                        .getBytes(GBK));
        assertThat(rows)
                .extracting(ReturnRow::outcome)
                .containsExactly(Outcome.PAID, Outcome.FAILED, Outcome.UNREADABLE, Outcome.UNKNOWN, Outcome.UNREADABLE);
        assertThat(rows.get(1).reason()).isEqualTo("账号不存在");
        assertThat(rows.get(1).fen()).isEqualTo(100_000L);
        assertThat(rows.get(0).paidOn()).hasToString("2026-06-15");
        assertThat(rows.get(1).number()).isEqualTo(4);
    }

    @Test
    @DisplayName("回盘的列位、用语、金额单位换了，按核对过的列位照样读")
    void readsByOtherColumns() throws IOException {
        PayFormat.Back columns = new PayFormat.Back(
                PayFormat.Shape.TEXT,
                "UTF-8",
                ",",
                0,
                3,
                1,
                true,
                2,
                0,
                0,
                java.util.Set.of("00"),
                java.util.Set.of("01"),
                java.util.Set.of());
        List<ReturnRow> rows = new ArrayList<>();
        byte[] bytes = "5000,00,F7-1\n5000,01,F7-2\n50.00,00,F7-3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        new ReturnReader(columns).read(new ByteArrayInputStream(bytes), rows::add);
        assertThat(rows)
                .extracting(ReturnRow::outcome)
                .containsExactly(Outcome.PAID, Outcome.FAILED, Outcome.UNREADABLE);
        assertThat(rows.getFirst().fen()).isEqualTo(5_000L);
        assertThat(rows.getFirst().reference()).isEqualTo("F7-1");
        assertThat(new ReturnReader(columns).head(new ByteArrayInputStream(bytes), 2))
                .containsExactly(List.of("5000", "00", "F7-1"), List.of("5000", "01", "F7-2"));
    }

    @Test
    @DisplayName("参考号和结果不能同列；同一个词不能又是成功又是退票")
    void refusesColumnsThatCannotBeRead() {
        PayFormat.Back bank = formats.find("bank").orElseThrow().back();
        assertThat(ReturnLayouts.wrong(bank)).isEmpty();
        assertThat(ReturnLayouts.wrong(columns(bank, bank.result(), bank.failed())))
                .isPresent();
        assertThat(ReturnLayouts.wrong(columns(bank, bank.reference(), bank.paid())))
                .isPresent();
    }

    private static PayFormat.Back columns(PayFormat.Back bank, int reference, java.util.Set<String> failed) {
        return new PayFormat.Back(
                bank.shape(),
                bank.charset(),
                bank.separator(),
                bank.skip(),
                reference,
                bank.yuan(),
                bank.inFen(),
                bank.result(),
                bank.reason(),
                bank.paidOn(),
                bank.paid(),
                failed,
                bank.unknown());
    }

    @Test
    @DisplayName("一卡通电子表格能写能读")
    void readsASheet() throws IOException {
        assertThat(written("one-card", row("王秀英", "50.00"))).startsWith('P', 'K');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "t", "1.0")) {
            Worksheet sheet = book.newWorksheet("s");
            sheet.value(0, 0, "序号");
            sheet.value(1, 1, "F7-1");
            sheet.value(1, 7, 50.05);
            sheet.value(1, 10, "退回");
            sheet.value(1, 11, "户名不符");
        }
        List<ReturnRow> rows = read("one-card", bytes.toByteArray());
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().fen()).isEqualTo(5005L);
        assertThat(rows.getFirst().outcome()).isEqualTo(Outcome.FAILED);
    }

    private byte[] written(String format, PayRow... rows) throws IOException {
        List<PayRow> numbered = new ArrayList<>();
        Money sum = Money.ZERO;
        for (PayRow row : rows) {
            numbered.add(new PayRow(
                    numbered.size() + 1,
                    "F7-" + (numbered.size() + 1),
                    row.holder(),
                    row.account(),
                    row.bank(),
                    row.amount(),
                    row.period(),
                    row.benefit(),
                    row.person(),
                    row.idNumber()));
            sum = sum.plus(row.amount());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PayFileWriter(formats.find(format).orElseThrow(), new PayFileWriter.Totals(7, rows.length, sum))
                .write(numbered.iterator(), out);
        return out.toByteArray();
    }

    private List<ReturnRow> read(String format, byte[] bytes) throws IOException {
        List<ReturnRow> rows = new ArrayList<>();
        new ReturnReader(formats.find(format).orElseThrow().back()).read(new ByteArrayInputStream(bytes), rows::add);
        return rows;
    }

    private static PayRow row(String holder, String yuan) {
        return new PayRow(
                1,
                "F7-1",
                holder,
                "6217000000000001",
                "某行",
                Money.parse(yuan),
                "2026-06",
                "高龄津贴",
                holder.replace("|", ""),
                "998001194001010010");
    }
}
