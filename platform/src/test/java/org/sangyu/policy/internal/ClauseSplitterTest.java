package org.sangyu.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.policy.internal.ClauseSplitter.Paragraph;

@DisplayName("政策原文按章节条项切分，按条款找到段落")
class ClauseSplitterTest {

    private final List<Paragraph> text = ClauseSplitter.split("""
            第一章  规划背景
            总起的一段话。
            第一节 发展基础

             “十三五”时期的第一段。
            节下第二段。
            节下第三段：有分号；也算一段。
            4.为老服务水平逐步提升
            （1）建立津贴制度
            每人每月发放。
            （2）服务队伍
            培训护理员。
            第二节 形势
            1.新机遇
            机遇的话。
            第三章 保障
            第一节 制度
            （一）养老保险
            1. 扩大覆盖
            2.5万人参保。
            专栏2 重点工程
            1.改造工程。改造一批。
            2.提升工程。提升一批。
            第十条 本办法自发布之日起施行。
            """.lines().toList());

    @ParameterizedTest
    @CsvSource({
        "第一章 第一节 4 （1）, 每人每月发放。",
        "第一章 第一节 4 (2), 培训护理员。",
        "第一章 第一节 第3段, 节下第三段：有分号；也算一段。",
        "第一章 第一节 第1段, “十三五”时期的第一段。",
        "第一章 第1段, 总起的一段话。",
        "第一章 第二节 1, 机遇的话。",
        "第三章 第一节 （一） 1, 2.5万人参保。",
        "专栏2 2, 2.提升工程。提升一批。",
        "第十条, 第十条 本办法自发布之日起施行。"
    })
    @DisplayName("按写法找到段落")
    void findsTheParagraph(String clause, String words) {
        assertThat(ClauseFinder.find(text, clause)).extracting(Paragraph::text).endsWith(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"第九章 第一节", "第一章 第一节 第9段", "专栏9 1", "第二章", "附则", " "})
    @DisplayName("找不到就是没有，不拿别的段落顶替")
    void saysWhenThereIsNone(String clause) {
        assertThat(ClauseFinder.find(text, clause)).isEmpty();
    }

    @Test
    @DisplayName("方框在一、（一）之内，不打断外面的层次；编号可以是汉字")
    void aBoxStaysInsideItsSection() {
        List<Paragraph> plan = ClauseSplitter.split("""
                三、保障
                （二）公办机构
                发挥兜底作用。
                专栏一 工程
                1.照护工程。到期建成。
                （三）加强困难老年人保障。
                高龄津贴的一段。
                """.lines().toList());
        assertThat(ClauseFinder.find(plan, "三 （三） 第1段"))
                .extracting(Paragraph::text)
                .containsExactly("高龄津贴的一段。");
        assertThat(ClauseFinder.find(plan, "专栏一 1")).extracting(Paragraph::text).containsExactly("1.照护工程。到期建成。");
    }

    @Test
    @DisplayName("编号印了两次时，连同标题引用")
    void findsAStepByItsHeading() {
        List<Paragraph> draft = ClauseSplitter.split("""
                三、工作任务
                （三）实现贯通
                2.居家贯通
                （1）做强机构。
                （三）构建体系
                2.设施体系
                （1）编制规划。
                """.lines().toList());
        assertThat(ClauseFinder.find(draft, "三 （三）实现贯通 2 （1）"))
                .extracting(Paragraph::text)
                .containsExactly("（1）做强机构。");
        assertThat(ClauseFinder.find(draft, "三 （三）构建体系 2 （1）"))
                .extracting(Paragraph::text)
                .containsExactly("（1）编制规划。");
        assertThat(ClauseFinder.find(draft, "三 （三）没有的标题 2 （1）")).isEmpty();
    }

    @Test
    @DisplayName("表格按行的名称引用")
    void findsARowByItsName() {
        List<Paragraph> table = ClauseSplitter.split(
                List.of("专栏1：主要指标", "养老服务床位总量 2.8万 预期性", "月探访率 100% 预期性", "第三章 体系", "养老服务床位总量很重要。"));
        assertThat(ClauseFinder.find(table, "专栏1 养老服务床位总量"))
                .extracting(Paragraph::text)
                .containsExactly("养老服务床位总量 2.8万 预期性");
        assertThat(ClauseFinder.find(table, "专栏1 没有的指标")).isEmpty();
    }

    @Test
    @DisplayName("清单按第几项引用，可以是几项或一段范围")
    void findsItemsOfAList() {
        List<Paragraph> list = ClauseSplitter.split(List.of("1.甲", "2.乙", "3.丙", "4.丁"));
        assertThat(ClauseFinder.find(list, "第3项")).extracting(Paragraph::text).containsExactly("3.丙");
        assertThat(ClauseFinder.find(list, "第1项 第4项"))
                .extracting(Paragraph::text)
                .containsExactly("1.甲", "4.丁");
        assertThat(ClauseFinder.find(list, "第2项 至 第4项"))
                .extracting(Paragraph::text)
                .containsExactly("2.乙", "3.丙", "4.丁");
    }
}
