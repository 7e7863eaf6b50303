package org.sangyu.registry.internal.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.registry.internal.intake.sheet.SheetCell;
import org.sangyu.registry.internal.intake.sheet.SheetRow;

@DisplayName("认表头")
class HeadingsTest {

    private static SheetRow row(int number, String... cells) {
        List<SheetCell> read = new ArrayList<>();
        for (String cell : cells) {
            read.add(SheetCell.ofText(cell));
        }
        return new SheetRow(number, false, read);
    }

    @ParameterizedTest
    @CsvSource({
        "老人姓名,NAME",
        "姓　名,NAME",
        "*姓名,NAME",
        "公民身份号码,ID_NUMBER",
        "身份证号（18位）,ID_NUMBER",
        "出生年月日,BORN",
        "村（社区）,VILLAGE",
        "所属村,VILLAGE",
        "街道,TOWNSHIP",
        "乡（镇）,TOWNSHIP",
        "手机号,PHONE",
        "社保卡号,ACCOUNT",
        "开户人,HOLDER",
        "开户银行,BANK",
        "人员类别,CATEGORY",
        "已发放至（含）,PAID_UP_TO"
    })
    @DisplayName("表头的各种写法")
    void knowsHeadingsAsClerksWriteThem(String title, Heading heading) {
        assertThat(Headings.meaning(title)).contains(heading);
    }

    @Test
    @DisplayName("表头上方有标题和制表单位时照样找到")
    void findsTheHeadingsBelowATitle() {
        Headings.Found found = Headings.find(List.of(
                        row(1, "2026年高龄津贴发放花名册"),
                        row(2, "填报单位：东乡镇", "", "2026年6月"),
                        row(4, "序号", "姓名", "身份证号", "喜好"),
                        row(5, "1", "王秀英", "x")))
                .orElseThrow();
        assertThat(found.row()).isEqualTo(4);
        assertThat(found.columns())
                .containsExactly(
                        Optional.of(Heading.IGNORED),
                        Optional.of(Heading.NAME),
                        Optional.of(Heading.ID_NUMBER),
                        Optional.empty());
        assertThat(found.titles()).containsExactly("序号", "姓名", "身份证号", "喜好");
    }

    @Test
    @DisplayName("两层表头取下层，下层空的取上层")
    void joinsTwoRowsOfHeadings() {
        Headings.Found found = Headings.find(List.of(
                        row(1, "姓名", "身份证号", "户籍地", "", "电话"),
                        row(2, "", "", "乡镇", "村", ""),
                        row(3, "王秀英", "x", "东乡镇", "东张村", "")))
                .orElseThrow();
        assertThat(found.row()).isEqualTo(2);
        assertThat(found.columns())
                .containsExactly(
                        Optional.of(Heading.NAME),
                        Optional.of(Heading.ID_NUMBER),
                        Optional.of(Heading.TOWNSHIP),
                        Optional.of(Heading.VILLAGE),
                        Optional.of(Heading.PHONE));
    }

    @Test
    @DisplayName("下层有不认识的列（组）仍是表头；第一个人的村名恰好是表头用字，仍是人")
    void aSecondRowMayHoldAColumnNobodyKnows() {
        Headings.Found found = Headings.find(List.of(
                        row(1, "姓名", "身份证号", "住址", "", "", "电话"),
                        row(2, "", "", "乡镇", "村", "组", ""),
                        row(3, "王秀英", "x", "东乡镇", "东张村", "3", "")))
                .orElseThrow();
        assertThat(found.row()).isEqualTo(2);
        assertThat(found.columns().subList(2, 4))
                .containsExactly(Optional.of(Heading.TOWNSHIP), Optional.of(Heading.VILLAGE));
        assertThat(Headings.find(List.of(row(1, "姓名", "身份证号", "村"), row(2, "王秀英", "x", "社区")))
                        .orElseThrow()
                        .row())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("同一含义两列，先到为准，另一列由文员选")
    void takesTheFirstOfTwoColumnsWithOneMeaning() {
        Headings.Found found = Headings.find(List.of(row(1, "姓名", "电话", "手机"))).orElseThrow();
        assertThat(found.columns().get(2)).isEmpty();
    }

    @Test
    @DisplayName("没有表头就是没有")
    void findsNothingInARowOfPeople() {
        assertThat(Headings.find(List.of(row(1, "王秀英", "990101194001055126", "女"))))
                .isEmpty();
    }
}
