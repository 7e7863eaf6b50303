package org.sangyu.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("上传文件的名称")
class UploadNameTest {

    @Test
    @DisplayName("不带文件夹，不带控制字符和半个字；什么都不剩时用给定的名称")
    void keepsWhatAListCanShow() {
        assertThat(UploadName.shown("C:\\桌面\\名单.xlsx", "roster")).isEqualTo("名单.xlsx");
        assertThat(UploadName.shown("../../etc/名单.csv", "roster")).isEqualTo("名单.csv");
        assertThat(UploadName.shown("名\u0000单\n.xlsx", "roster")).isEqualTo("名单.xlsx");
        assertThat(UploadName.shown("名\ud800单.xlsx", "roster")).isEqualTo("名单.xlsx");
        assertThat(UploadName.shown("\u0000/ ", "roster")).isEqualTo("roster");
        assertThat(UploadName.shown(null, "roster")).isEqualTo("roster");
    }

    @Test
    @DisplayName("一百二十个字为限，长的留后面，不切开一个字")
    void keepsTheEndOfALongName() {
        assertThat(UploadName.shown("名".repeat(115) + ".xlsx", "")).hasSize(120);
        assertThat(UploadName.shown("名".repeat(116) + ".xlsx", "")).hasSize(120).endsWith("名.xlsx");
        assertThat(UploadName.shown("𠮷".repeat(200) + ".csv", ""))
                .startsWith("𠮷")
                .endsWith("𠮷.csv");
    }
}
