package org.sangyu.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("开发时从源文件显示页面")
class TemplatesFromSourcesTest {

    private static final Path SOURCES = Path.of("src/main/jte");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("改过的模板立即生效，不用构建时的旧模板")
    void showsWhatWasChanged() throws IOException {
        Path badge = Files.createDirectories(folder.resolve("ui")).resolve("badge.jte");
        Files.writeString(badge, "@param gg.jte.Content content\n${content}");
        Path error = Files.createDirectories(folder.resolve("desk/web")).resolve("error.jte");
        Files.writeString(error, "@param String text\n@template.ui.badge(content = @`改过的 ${text}`)");
        StringOutput page = new StringOutput();
        engine(folder).render("desk/web/error.jte", Map.<String, Object>of("text", "在册"), page);
        assertThat(page.toString()).isEqualTo("改过的 在册");
    }

    @Test
    @DisplayName("用到本包内部视图的模板也能编译；写错的模板编译不过")
    void compilesWhatTheBuildCompiles() throws IOException {
        assertThat(engine(SOURCES).hasTemplate("benefits/web/cycle/cycles.jte")).isTrue();
        engine(SOURCES).prepareForRendering("benefits/web/cycle/cycles.jte");
        Files.writeString(folder.resolve("wrong.jte"), "${nobody.knows()}");
        assertThatThrownBy(() -> engine(folder).prepareForRendering("wrong.jte"))
                .isInstanceOf(TemplateException.class);
    }

    private TemplateEngine engine(Path sources) {
        return JteViews.fromSources(sources, folder.resolve("classes"));
    }
}
