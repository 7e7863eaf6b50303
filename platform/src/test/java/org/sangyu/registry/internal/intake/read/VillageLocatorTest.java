package org.sangyu.registry.internal.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.regions.VillageNames;
import org.sangyu.regions.VillageNames.Named;
import org.sangyu.registry.internal.intake.read.Locator.Located;
import org.sangyu.shared.Place;

@DisplayName("按文员的写法找村（社区）")
class VillageLocatorTest {

    private static final Place COUNTY = new Place("C990101");
    private static final Place EAST = new Place("C990101001");
    private static final Place WEST = new Place("C990101002");
    private static final Place ZHANG = new Place("C990101001001");
    private static final Place RIVER = new Place("C990101001002");
    private static final Place LI = new Place("C990101001003");
    private static final Place WEST_LI = new Place("C990101002001");
    private static final Place LI_COMMUNITY = new Place("C990101001004");
    private static final List<Named> BELOW = List.of(
            new Named(EAST, "东乡镇"),
            new Named(WEST, "西街道办事处"),
            new Named(ZHANG, "东张村委会"),
            new Named(RIVER, "河滨社区居委会"),
            new Named(LI, "李庄村委会"),
            new Named(LI_COMMUNITY, "李庄社区居委会"),
            new Named(WEST_LI, "李庄村委会"));
    private static final VillageNames NAMES = new VillageNames(List.of("样县", "某市", "某省"), BELOW);

    private static VillageLocator at(Place desk) {
        return new VillageLocator(new VillageLocator.Setup(
                desk, List.of(new Named(COUNTY, "样县")), county -> NAMES, VillageLocatorTest::name));
    }

    private static String name(Place place) {
        return BELOW.stream()
                .filter(named -> named.place().equals(place))
                .map(Named::name)
                .findFirst()
                .orElse("样县");
    }

    private static Located find(String township, String village) {
        return at(COUNTY).find("", township, village);
    }

    @Test
    @DisplayName("带不带村委会、居委会、社区、村，都是同一个村")
    void findsAVillageWithOrWithoutItsCommittee() {
        for (String written : List.of("东张村", "东张", "东张村委会", "东张村民委员会", " 东张 村 ")) {
            assertThat(find("东乡镇", written)).as(written).isEqualTo(new Locator.At(ZHANG));
        }
        for (String written : List.of("河滨社区", "河滨", "河滨居委会", "河滨社区居民委员会")) {
            assertThat(find("东乡", written)).as(written).isEqualTo(new Locator.At(RIVER));
        }
    }

    @Test
    @DisplayName("村和社区同名时按写明的种类")
    void tellsVillageFromCommunity() {
        assertThat(find("东乡镇", "李庄村")).isEqualTo(new Locator.At(LI));
        assertThat(find("东乡镇", "李庄社区")).isEqualTo(new Locator.At(LI_COMMUNITY));
    }

    @Test
    @DisplayName("只写村名：全县唯一就认，不唯一就说在哪几个乡镇")
    void needsTheTownshipOnlyForRepeatedNames() {
        assertThat(find("", "东张村")).isEqualTo(new Locator.At(ZHANG));
        assertThat(find("", "李庄村")).isEqualTo(new Locator.Nowhere("villageTwice", List.of("李庄村", "东乡镇、西街道办事处")));
    }

    @Test
    @DisplayName("从县写到组的整串地址")
    void peelsAWholeAddress() {
        assertThat(find("", "样县东乡镇东张村3组")).isEqualTo(new Locator.At(ZHANG));
        assertThat(find("", "某省某市样县西街道李庄村")).isEqualTo(new Locator.At(WEST_LI));
        assertThat(find("", "东乡镇河滨社区2号楼")).isEqualTo(new Locator.At(RIVER));
    }

    @Test
    @DisplayName("乡镇知道、村不认识：落在乡镇，待核实")
    void takesTheTownshipWhenTheVillageIsUnknown() {
        assertThat(find("东乡镇", "无名村")).isEqualTo(new Locator.TownshipOnly(EAST, "无名村", List.of()));
        assertThat(find("东乡镇", "")).isEqualTo(new Locator.TownshipOnly(EAST, "", List.of()));
        assertThat(find("", "东乡镇")).isEqualTo(new Locator.TownshipOnly(EAST, "东乡镇", List.of()));
    }

    @Test
    @DisplayName("乡镇不认识、什么都没写：说明原因")
    void saysWhyThereIsNowhere() {
        assertThat(find("南乡", "东张村")).isEqualTo(new Locator.Nowhere("townshipUnknown", List.of("南乡")));
        assertThat(find("", "无名村")).isEqualTo(new Locator.Nowhere("villageUnknown", List.of("无名村")));
        assertThat(find("", "")).isEqualTo(new Locator.Nowhere("placeMissing", List.of()));
    }

    @Test
    @DisplayName("村级岗位导入，不写村就是本村")
    void aVillageDeskNeedsNoVillage() {
        assertThat(at(ZHANG).find("", "", "")).isEqualTo(new Locator.At(ZHANG));
    }

    @Test
    @DisplayName("乡镇岗位不用写乡镇；写到别的乡镇是管辖之外")
    void aTownshipDeskKnowsItsTownship() {
        assertThat(at(EAST).find("", "", "李庄村")).isEqualTo(new Locator.At(LI));
        assertThat(at(EAST).find("", "西街道", "李庄村")).isEqualTo(new Locator.Nowhere("placeOutside", List.of("李庄村")));
    }

    @Test
    @DisplayName("从住址的开头认出村")
    void findsTheVillageOfAnAddress() {
        assertThat(at(COUNTY).ofAddress(EAST, "东张村3组12号")).contains(ZHANG);
        assertThat(at(COUNTY).ofAddress(ZHANG, "李庄村村民委员会5组")).contains(LI);
        assertThat(at(COUNTY).ofAddress(ZHANG, "幸福路12号")).isEmpty();
        assertThat(at(COUNTY).ofAddress(ZHANG, "样县西街道李庄村5组")).contains(WEST_LI);
    }

    @Test
    @DisplayName("花名册还写原乡镇、原村名：认得是今天的哪个村；今天另有叫这个名的，归今天的")
    void keepsTheVillageWhenTheRosterNamesItsFormerTownship() {
        VillageNames moved = new VillageNames(
                List.of("样县"),
                BELOW,
                List.of(
                        new VillageNames.Former("东张村委会", new Named(ZHANG, "东张村委会"), WEST, "西街道办事处"),
                        new VillageNames.Former("老河村委会", new Named(RIVER, "河滨社区居委会"), EAST, "东乡镇"),
                        new VillageNames.Former("李庄村委会", new Named(LI, "李庄村委会"), WEST, "西街道办事处"),
                        new VillageNames.Former("河滨社区居委会", new Named(RIVER, "河滨社区居委会"), null, "老乡")));
        VillageLocator locator = new VillageLocator(new VillageLocator.Setup(
                COUNTY, List.of(new Named(COUNTY, "样县")), county -> moved, VillageLocatorTest::name));
        assertThat(locator.find("", "西街道", "东张村")).as("划走的村").isEqualTo(new Locator.At(ZHANG));
        assertThat(locator.find("", "", "西街道东张村")).as("连写").isEqualTo(new Locator.At(ZHANG));
        assertThat(locator.find("", "东乡镇", "老河村")).as("改过名的村").isEqualTo(new Locator.At(RIVER));
        assertThat(locator.find("", "老乡", "河滨社区")).as("撤销的乡").isEqualTo(new Locator.At(RIVER));
        assertThat(locator.find("", "西街道", "李庄村")).as("今天的归今天").isEqualTo(new Locator.At(WEST_LI));
        assertThat(locator.find("", "东乡镇", "无名村")).isEqualTo(new Locator.TownshipOnly(EAST, "无名村", List.of()));
    }
}
