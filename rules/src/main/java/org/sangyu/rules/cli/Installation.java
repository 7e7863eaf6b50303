package org.sangyu.rules.cli;

import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.PackSet;

/** Where the packs lie. */
final class Installation {
    private static final String NATION = "cn/pack.yaml";

    private Installation() {}

    /** The packs of the folder, over the installation's own where the folder has none for the nation. */
    static PackSet packs(@Nullable Path folder) {
        if (folder == null) {
            return PackSet.read(home());
        }
        if (!Files.isDirectory(folder)) {
            throw RefusedException.argument(
                    "没有文件夹 " + folder, "There is no folder " + folder, "检查 --packs", "Check --packs");
        }
        return Files.exists(folder.resolve(NATION)) || hasNation(PackSet.read(folder))
                ? PackSet.read(folder)
                : PackSet.read(List.of(home(), folder));
    }

    private static boolean hasNation(PackSet packs) {
        return packs.packs().stream().anyMatch(p -> p.region().isEmpty());
    }

    /** The folder of the shipped packs: named by a property, else beside the program, else below the working folder. */
    static Path home() {
        String named = System.getProperty("sangyu.packs");
        if (named != null) {
            return Path.of(named);
        }
        Path here = code();
        while (here != null) {
            if (Files.exists(here.resolve("packs").resolve(NATION))) {
                return here.resolve("packs");
            }
            here = here.getParent();
        }
        Path below = Path.of("packs");
        if (Files.exists(below.resolve(NATION))) {
            return below;
        }
        throw RefusedException.argument(
                "找不到政策标准文件夹", "The folder of the packs is not found", "用 --packs 指明", "Name it with --packs");
    }

    private static @Nullable Path code() {
        try {
            return Path.of(Installation.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Says that some standards take no part; nothing else stops because of them. */
    static void warn(PackSet packs, PrintStream errors) {
        int count = packs.problems().size();
        if (count > 0) {
            errors.println("提示：政策标准有 " + count + " 处问题，有问题的值不参与判定；用 pack check 查看。");
            errors.println("Note: the packs have " + count + " problems; see pack check.");
        }
    }
}
