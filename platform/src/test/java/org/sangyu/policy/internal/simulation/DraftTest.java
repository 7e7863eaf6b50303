package org.sangyu.policy.internal.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.PackFile;

@DisplayName("政策测算的草案")
class DraftTest {

    private static final RegionCode HERE = new RegionCode("99");

    @Test
    @DisplayName("年龄段：满六十周岁的前一天、当天；满一百周岁的前一天、当天；闰日出生")
    void agesFallIntoBands() {
        LocalDate day = LocalDate.parse("2026-06-30");
        assertThat(band("1966-07-01", day)).isZero();
        assertThat(band("1966-06-30", day)).isEqualTo(60);
        assertThat(band("1961-07-01", day)).isEqualTo(60);
        assertThat(band("1961-06-30", day)).isEqualTo(65);
        assertThat(band("1926-07-01", day)).isEqualTo(95);
        assertThat(band("1926-06-30", day)).isEqualTo(100);
        assertThat(band("1910-01-01", day)).isEqualTo(100);
        assertThat(band("1928-02-29", LocalDate.parse("2018-02-28"))).isEqualTo(85);
        assertThat(band("1928-02-29", LocalDate.parse("2018-03-31"))).isEqualTo(90);
    }

    @Test
    @DisplayName("从文件中只取一项及其下面的内容")
    void takesOneKey() {
        String text = "status:\n  - {is: IN_FORCE}\n# 注\nwho:\n- {is: a}\n  more: b\nelse: c\n";
        assertThat(DraftValues.block(text, "who")).isEqualTo("who:\n- {is: a}\n  more: b\n");
        assertThat(DraftValues.block(text, "status")).startsWith("status:\n  - {is: IN_FORCE}\n");
        assertThat(DraftValues.block(text, "none")).isEmpty();
        assertThat(DraftValues.block(null, "who")).isEmpty();
    }

    @Test
    @DisplayName("上传的文件夹换成本地的层：只取待遇、文件和互斥规则")
    void takesWhatDecides() throws Exception {
        List<PackFile> files = UploadedPack.read(
                zip(Map.of(
                        "其他/pack.yaml", "region: \"12\"",
                        "其他/benefits/a/amount.yaml", "x: 1\r\n",
                        "其他/benefits/a/cases.yaml", "x: 1",
                        "其他/documents.yaml", "documents: []",
                        "其他/settings.yaml", "x: 1",
                        "别处/benefits/b/amount.yaml", "x: 1",
                        "其他/README.md", "x")),
                HERE);
        assertThat(files)
                .extracting(PackFile::path)
                .containsExactlyInAnyOrder(
                        "simulation/pack.yaml", "simulation/benefits/a/amount.yaml", "simulation/documents.yaml");
        assertThat(files.getFirst().text()).contains("region: \"99\"");
        assertThat(files)
                .filteredOn(file -> file.path().endsWith("amount.yaml"))
                .allMatch(file -> file.text().equals("x: 1\n"));
    }

    @Test
    @DisplayName("不是 zip、没有 pack.yaml、没有标准、编码不对、太大的，各有一句话")
    void refusesWhatCannotBeUsed() throws IOException {
        refused(new byte[] {1, 2, 3}, "simulation.upload.broken");
        refused(zip(Map.of("benefits/a/amount.yaml", "x: 1")).readAllBytes(), "simulation.upload.nopack");
        refused(zip(Map.of("pack.yaml", "x: 1")).readAllBytes(), "simulation.upload.novalues");
        refused(zip(Map.of("pack.yaml", "x".repeat(512 * 1024 + 1))).readAllBytes(), "simulation.upload.large");
        refused(zipOf("pack.yaml", new byte[] {(byte) 0xFF, (byte) 0xFE}), "simulation.upload.encoding");
    }

    private static int band(String born, LocalDate day) {
        return AgeBand.lowest(AgeBand.of(LocalDate.parse(born), day));
    }

    private static void refused(byte[] bytes, String wordKey) {
        assertThatThrownBy(() -> UploadedPack.read(new ByteArrayInputStream(bytes), HERE))
                .isInstanceOf(UploadedPack.RefusedException.class)
                .hasMessage(wordKey);
    }

    private static ByteArrayInputStream zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static byte[] zipOf(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
