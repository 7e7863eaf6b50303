package org.sangyu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Tag;

@DisplayName("人员类别与测算所用的类别一致")
class CategoryTest {

    @Test
    @DisplayName("类别代码、属性和取值与政策测算的一一对应")
    void namesTheSameAsTheRules() {
        assertThat(Arrays.stream(Category.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(Tag.values()).map(Enum::name).toList());
        for (Tag tag : Tag.values()) {
            assertThat(Category.valueOf(tag.name()).attributes().stream().map(Enum::name))
                    .containsExactlyElementsOf(
                            tag.attributes().stream().map(Enum::name).toList());
        }
        for (Attribute attribute : Attribute.values()) {
            CategoryAttribute ours = CategoryAttribute.valueOf(attribute.name());
            assertThat(ours.key()).isEqualTo(attribute.key());
            assertThat(ours.domain()).isEqualTo(attribute.domain());
        }
    }
}
