package org.sangyu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.Sangyu;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@DisplayName("模块")
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Sangyu.class);
    private static final Path GENERATED = Path.of("..", "docs", "generated", "modules");

    @Test
    @DisplayName("模块只用声明过的依赖，没有循环，不碰别的模块的内部")
    void modulesKeepTheirBorders() {
        MODULES.verify();
    }

    @Test
    @DisplayName("每个包都是一个写明依赖的模块")
    void everyPackageIsAModuleThatListsItsDependencies() {
        assertThat(Sources.below("platform/src/main/java/org/sangyu", "package-info.java").stream()
                        .filter(file -> file.path().matches(".*/org/sangyu/[a-z]+/package-info.java")))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(file.text()).as(file.path()).contains("@ApplicationModule(", "allowedDependencies"));
    }

    @Test
    @DisplayName("模块图与说明由程序生成")
    void documentsAreGenerated() throws Exception {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(GENERATED.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
        List<Path> diagrams;
        try (Stream<Path> files = Files.list(GENERATED)) {
            diagrams = files.filter(file -> file.toString().endsWith(".puml")).toList();
        }
        assertThat(diagrams).isNotEmpty();
        for (Path diagram : diagrams) {
            Files.write(diagram, inOneOrder(Files.readAllLines(diagram)));
        }
    }

    /** Arrows come in another order from run to run; sorted, the same modules give the same file. */
    private static List<String> inOneOrder(List<String> lines) {
        Iterator<String> arrows =
                lines.stream().filter(ModulesTest::isArrow).sorted().iterator();
        return lines.stream().map(line -> isArrow(line) ? arrows.next() : line).toList();
    }

    private static boolean isArrow(String line) {
        return line.startsWith("Rel(");
    }
}
