package org.sangyu.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.regions.VillageNames.Unique;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@ModuleTest
@Import(RememberingPorts.class)
@TestPropertySource(properties = "sangyu.places=110101,1102,620201")
@DisplayName("行政区划：查找、名称、代码")
class RegionsModuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private Regions regions;

    @Test
    @DisplayName("按统计代码找到县，全称不写“市辖区”")
    void findsACountyByItsCode() {
        PlaceInfo county = regions.findByCode("110101000000", DAY).orElseThrow();
        assertThat(county.name()).isEqualTo("东城区");
        assertThat(county.place().level()).isEqualTo(PlaceLevel.COUNTY);
        assertThat(regions.fullName(county.place())).isEqualTo("北京市 / 东城区");
        assertThat(regions.code(county.place(), CodeSystem.STAT_2023, DAY)).contains("110101");
    }

    @Test
    @DisplayName("与上级同名的只写一次")
    void doesNotRepeatAName() {
        PlaceInfo county = regions.findByCode("620201", DAY).orElseThrow();
        assertThat(regions.fullName(county.place())).isEqualTo("甘肃省 / 嘉峪关市");
    }

    @Test
    @DisplayName("按名称开头、全拼、首字母查，只在范围内")
    void searchesByNamePinyinAndInitials() {
        Place county = regions.findByCode("110101", DAY).orElseThrow().place();
        assertThat(regions.search("东华", county, 5)).extracting(PlaceInfo::name).startsWith("东华门街道");
        assertThat(regions.search("donghuamen", Place.NATION, 5))
                .extracting(PlaceInfo::name)
                .startsWith("东华门街道");
        assertThat(regions.search("DHM", Place.NATION, 5))
                .extracting(PlaceInfo::name)
                .contains("东华门街道");
        Place other = regions.findByCode("620201", DAY).orElseThrow().place();
        assertThat(regions.search("东华", other, 5)).isEmpty();
        assertThat(regions.search("  ", Place.NATION, 5)).isEmpty();
    }

    @Test
    @DisplayName("下级分页")
    void pagesChildren() {
        Place county = regions.findByCode("110101", DAY).orElseThrow().place();
        List<PlaceInfo> all = regions.children(county, 0, 100);
        assertThat(all).hasSize(17);
        assertThat(regions.children(county, 10, 5)).isEqualTo(all.subList(10, 15));
        assertThat(regions.children(county, 17, 5)).isEmpty();
    }

    @Test
    @DisplayName("按文字认出社区")
    void resolvesACommunity() {
        Place county = regions.findByCode("110101", DAY).orElseThrow().place();
        assertThat(regions.villages(county).resolve("东华门街道多福巷社区"))
                .isInstanceOfSatisfying(
                        Unique.class,
                        unique -> assertThat(unique.village().name()).isEqualTo("多福巷社区居委会"));
    }
}
