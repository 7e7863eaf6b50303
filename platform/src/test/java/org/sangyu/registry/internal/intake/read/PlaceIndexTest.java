package org.sangyu.registry.internal.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.registry.internal.intake.read.PlaceIndex.Located;
import org.sangyu.registry.internal.intake.read.PlaceIndex.Named;
import org.sangyu.shared.Place;

@DisplayName("按文员的写法找村（社区）")
class PlaceIndexTest {

    private static final Place COUNTY = new Place("C990101");
    private static final Place EAST = new Place("C990101001");
    private static final Place WEST = new Place("C990101002");
    private static final Place ZHANG = new Place("C990101001001");
    private static final Place RIVER = new Place("C990101001002");
    private static final Place LI = new Place("C990101001003");
    private static final Place WEST_LI = new Place("C990101002001");
    private static final Place LI_COMMUNITY = new Place("C990101001004");
    private static final PlaceIndex PLACES = new PlaceIndex(List.of(
            new Named(COUNTY, "样县"),
            new Named(EAST, "东乡镇"),
            new Named(WEST, "西街道办事处"),
            new Named(ZHANG, "东张村委会"),
            new Named(RIVER, "河滨社区居委会"),
            new Named(LI, "李庄村村民委员会"),
            new Named(LI_COMMUNITY, "李庄社区居民委员会"),
            new Named(WEST_LI, "李庄村委会")));

    private static Located find(String township, String village) {
        return PLACES.find(COUNTY, "", township, village);
    }

    @Test
    @DisplayName("带不带村委会、居委会、社区、村，都是同一个村")
    void findsAVillageWithOrWithoutItsCommittee() {
        for (String written : List.of("东张村", "东张", "东张村委会", "东张村民委员会", " 东张 村 ")) {
            assertThat(find("东乡镇", written)).as(written).isEqualTo(new Located.At(ZHANG));
        }
        for (String written : List.of("河滨社区", "河滨", "河滨居委会", "河滨社区居民委员会")) {
            assertThat(find("东乡", written)).as(written).isEqualTo(new Located.At(RIVER));
        }
    }

    @Test
    @DisplayName("村和社区同名时按写明的种类；没写明的待核实")
    void tellsVillageFromCommunity() {
        assertThat(find("东乡镇", "李庄村")).isEqualTo(new Located.At(LI));
        assertThat(find("东乡镇", "李庄社区")).isEqualTo(new Located.At(LI_COMMUNITY));
        assertThat(find("东乡镇", "李庄")).isInstanceOf(Located.TownshipOnly.class);
    }

    @Test
    @DisplayName("只写村名：全县唯一就认，不唯一就说在哪几个乡镇")
    void needsTheTownshipOnlyForRepeatedNames() {
        assertThat(find("", "东张村")).isEqualTo(new Located.At(ZHANG));
        assertThat(find("", "李庄村")).isEqualTo(new Located.Nowhere("villageTwice", List.of("李庄村", "东乡镇、西街道办事处")));
    }

    @Test
    @DisplayName("从县写到组的整串地址")
    void peelsAWholeAddress() {
        assertThat(find("", "样县东乡镇东张村3组")).isEqualTo(new Located.At(ZHANG));
        assertThat(find("", "某省某市样县西街道李庄村")).isEqualTo(new Located.At(WEST_LI));
        assertThat(find("", "东乡镇河滨社区2号楼")).isEqualTo(new Located.At(RIVER));
    }

    @Test
    @DisplayName("乡镇知道、村不认识：落在乡镇，待核实")
    void takesTheTownshipWhenTheVillageIsUnknown() {
        assertThat(find("东乡镇", "无名村")).isEqualTo(new Located.TownshipOnly(EAST, "无名村", List.of()));
        assertThat(find("东乡镇", "")).isEqualTo(new Located.TownshipOnly(EAST, "", List.of()));
        assertThat(find("", "东乡镇")).isEqualTo(new Located.TownshipOnly(EAST, "", List.of()));
    }

    @Test
    @DisplayName("乡镇不认识、什么都没写：说明原因")
    void saysWhyThereIsNowhere() {
        assertThat(find("南乡", "东张村")).isEqualTo(new Located.Nowhere("townshipUnknown", List.of("南乡")));
        assertThat(find("", "无名村")).isEqualTo(new Located.Nowhere("villageUnknown", List.of("无名村")));
        assertThat(find("", "")).isEqualTo(new Located.Nowhere("placeMissing", List.of()));
    }

    @Test
    @DisplayName("村级岗位导入，不写村就是本村")
    void aVillageDeskNeedsNoVillage() {
        assertThat(PLACES.find(ZHANG, "", "", "")).isEqualTo(new Located.At(ZHANG));
    }
}
