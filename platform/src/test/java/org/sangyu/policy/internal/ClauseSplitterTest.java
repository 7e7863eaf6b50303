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
