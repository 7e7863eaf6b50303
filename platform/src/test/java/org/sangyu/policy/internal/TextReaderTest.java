package org.sangyu.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sangyu.policy.internal.TextReader.Read;
import org.sangyu.policy.internal.TextReader.Refused;

@DisplayName("读政策原文：txt、docx、pdf")
class TextReaderTest {

    @ParameterizedTest
    @CsvSource({"UTF-8", "GBK", "GB18030"})
    @DisplayName("文本不论 UTF-8 还是 GBK 都读得出")
    void readsChineseEncodings(String charset) {
        byte[] bytes = "第一条 为了保障。\r\n第二条 本办法。".getBytes(Charset.forName(charset));
        assertThat(TextReader.read("办法.TXT", bytes)).isEqualTo(new Read(List.of("第一条 为了保障。", "第二条 本办法。")));
    }

    @Test
    @DisplayName("带字节顺序标记的照读")
    void skipsTheByteOrderMark() {
        assertThat(TextReader.read("a.txt", "\uFEFF第一条".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Read(List.of("第一条")));
    }

    @Test
    @DisplayName("docx 按段落读，分成几截的字连起来")
    void readsParagraphsOfWord() throws IOException {
        byte[] docx = docx("""
                <w:document xmlns:w="w"><w:body><w:p><w:r><w:t>第一</w:t></w:r><w:r><w:t>条</w:t></w:r></w:p>
                <w:p><w:r><w:t>正文。</w:t></w:r></w:p></w:body></w:document>""");
        assertThat(TextReader.read("a.docx", docx)).isEqualTo(new Read(List.of("第一条", "正文。")));
    }

    @Test
    @DisplayName("docx 里藏外部实体的不读")
    void neverFollowsAnOuterEntity() throws IOException {
        byte[] docx = docx("""
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                <w:document xmlns:w="w"><w:p><w:t>&e;</w:t></w:p></w:document>""");
        assertThat(TextReader.read("a.docx", docx)).isEqualTo(new Refused("policy.text.damaged"));
    }

    @Test
    @DisplayName("空的、不认识的、损坏的、没有字的，各说各的原因")
    void refusesWithTheReason() throws IOException {
        assertThat(TextReader.read("a.txt", new byte[0])).isEqualTo(new Refused("policy.text.empty"));
        assertThat(TextReader.read("a.doc", new byte[] {1})).isEqualTo(new Refused("policy.text.unknown-type"));
        assertThat(TextReader.read("a.txt", new byte[] {0, 1, 2, 0})).isEqualTo(new Refused("policy.text.not-text"));
        assertThat(TextReader.read("a.docx", "not a zip".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Refused("policy.text.damaged"));
        assertThat(TextReader.read("a.pdf", "not a pdf".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Refused("policy.text.damaged"));
        assertThat(TextReader.read("a.docx", docx("<w:document xmlns:w=\"w\"><w:p></w:p></w:document>")))
                .isEqualTo(new Refused("policy.text.no-words"));
    }

    private static byte[] docx(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
