package org.sangyu.regions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.shared.PlaceLevel;

@DisplayName("全国区划资料")
class PlaceFileTest {

    private boolean sound = true;

    @Test
    @DisplayName("各级数量与资料来源一致，路径不重复，上级在前")
    void holdsEveryPlaceOnce() throws IOException {
        Map<PlaceLevel, Integer> counts = new EnumMap<>(PlaceLevel.class);
        Set<String> paths = new HashSet<>();
        PlaceFile.<RuntimeException>read(List.of(), line -> {
            counts.merge(line.level(), 1, Integer::sum);
            sound &= paths.add(line.path())
                    && line.path().length() == line.level().pathLength();
            if (line.level() != PlaceLevel.NATION) {
                int above = PlaceLevel.values()[line.level().ordinal() - 1].pathLength();
                sound &= paths.contains(line.path().substring(0, above));
            }
        });
        assertThat(sound).isTrue();
        assertThat(counts)
                .containsEntry(PlaceLevel.NATION, 1)
                .containsEntry(PlaceLevel.PROVINCE, 31)
                .containsEntry(PlaceLevel.CITY, 342)
                .containsEntry(PlaceLevel.COUNTY, 2_978)
                .containsEntry(PlaceLevel.TOWNSHIP, 41_352)
                .containsEntry(PlaceLevel.VILLAGE, 620_573);
    }

    @ParameterizedTest
    @CsvSource({
        "11,11",
        "110000,11",
        "110000000000,11",
        "110100,1101",
        "110101,110101",
        "110101000000,110101",
        "110101001,110101001",
        "110101001000,110101001",
        "110101001001,110101001001",
        "1101,1101"
    })
    @DisplayName("补零的代码认作上级的代码")
    void zerosThatPadACodeAreIgnored(String typed, String code) {
        assertThat(Codes.trimmed(typed)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"重庆市,chongqingshi,cqs", "长庄村,changzhuangcun,czc", "A12区,a12qu,a12q"})
    @DisplayName("地名按自己的读音")
    void readsNamesAsPlacesAreRead(String name, String pinyin, String initials) {
        assertThat(new Readings().of(name)).isEqualTo(new Readings.Reading(pinyin, initials));
    }
}
