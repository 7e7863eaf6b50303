package org.sangyu.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sangyu.regions.VillageNames.Named;
import org.sangyu.regions.VillageNames.Several;
import org.sangyu.regions.VillageNames.Unique;
import org.sangyu.regions.VillageNames.Unknown;
import org.sangyu.shared.Place;

@DisplayName("按经办人填写的文字认出村（社区）")
class VillageNamesTest {

    private static final Named TOWN = place("C010101001", "柳河镇");
    private static final Named STREET = place("C010101002", "东关街道");
    private static final Named WILLOW = place("C010101001001", "柳庄村民委员会");
    private static final Named PLUM = place("C010101001002", "李村村委会");
    private static final Named PEACE = place("C010101002001", "和平社区居民委员会");
    private static final Named FIRST_WANG = place("C010101001003", "王楼村民委员会");
    private static final Named SECOND_WANG = place("C010101002002", "王楼村委会");
    private static final Named EAST_VILLAGE = place("C010101001004", "东岗村委会");
    private static final Named EAST_COMMUNITY = place("C010101002003", "东岗社区居委会");

    private final VillageNames names = new VillageNames(
            List.of("甲省", "乙市", "丙县"),
            List.of(TOWN, STREET, WILLOW, PLUM, PEACE, FIRST_WANG, SECOND_WANG, EAST_VILLAGE, EAST_COMMUNITY));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "柳庄",
                "柳庄村",
                "柳庄村委会",
                "柳庄村民委员会",
                " 柳 庄 村 ",
                "　柳庄",
                "柳河镇柳庄村",
                "柳河柳庄",
                "丙县柳河镇柳庄村委会",
                "甲省乙市丙县柳河镇柳庄村",
                "柳河镇人民政府柳庄村"
            })
    @DisplayName("带不带村委会、乡镇、空格都认得")
    void findsTheVillageHoweverItIsWritten(String typed) {
        assertThat(names.resolve(typed)).isEqualTo(new Unique(WILLOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"和平", "和平社区", "和平社区居委会", "和平居委会", "东关街道和平社区", "东关街道办事处和平社区", "东关办事处和平"})
    @DisplayName("社区带不带居委会、街道办事处都认得")
    void findsTheCommunity(String typed) {
        assertThat(names.resolve(typed)).isEqualTo(new Unique(PEACE));
    }

    @Test
    @DisplayName("李村与李村村委会是同一个村")
    void aVillageWhoseNameEndsInVillage() {
        assertThat(names.resolve("李村")).isEqualTo(new Unique(PLUM));
        assertThat(names.resolve("李村村")).isEqualTo(new Unique(PLUM));
    }

    @Test
    @DisplayName("同县两个乡镇有同名村：不猜，写明乡镇才认")
    void neverGuessesBetweenTwoTownships() {
        assertThat(names.resolve("王楼村")).isEqualTo(new Several(List.of(FIRST_WANG, SECOND_WANG)));
        assertThat(names.resolve("王楼村", "东关街道")).isEqualTo(new Unique(SECOND_WANG));
        assertThat(names.resolve("柳河镇王楼")).isEqualTo(new Unique(FIRST_WANG));
        assertThat(names.resolve("王楼", "丙县柳河镇")).isEqualTo(new Unique(FIRST_WANG));
    }

    @ParameterizedTest
    @CsvSource({"东岗村,村", "东岗社区,社区", "东岗村委会,村", "东岗居委会,社区"})
    @DisplayName("同名的村和社区按“村”“社区”分开")
    void tellsAVillageFromACommunityOfTheSameName(String typed, String kind) {
        assertThat(names.resolve(typed)).isEqualTo(new Unique(kind.equals("村") ? EAST_VILLAGE : EAST_COMMUNITY));
    }

    @Test
    @DisplayName("只认出乡镇：挂在乡镇待核实")
    void keepsTheTownshipWhenTheVillageIsNotKnown() {
        assertThat(names.resolve("柳河镇无此村")).isEqualTo(new Unknown(TOWN.place()));
        assertThat(names.resolve("无此村", "柳河镇")).isEqualTo(new Unknown(TOWN.place()));
        assertThat(names.resolve("柳河镇")).isEqualTo(new Unknown(TOWN.place()));
    }

    @Test
    @DisplayName("什么都认不出")
    void knowsNothing() {
        assertThat(names.resolve("")).isEqualTo(new Unknown(null));
        assertThat(names.resolve("无此村")).isEqualTo(new Unknown(null));
        assertThat(names.resolve("柳庄", "无此镇")).isEqualTo(new Unknown(null));
    }

    private static Named place(String path, String name) {
        return new Named(new Place(path), name);
    }
}
