package org.sangyu.rules.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.cases.Cases;
import org.sangyu.rules.packs.CaseFile;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Problem;
import org.sangyu.rules.reading.Problems;

/**
 * {@code pack check [CODE|DIR]}: everything wrong in the packs, with file and line, and every worked example that does
 * not come out.
 *
 * @param region only the layers of this region and the regions inside it; null: all
 */
record CheckCommand(@Nullable RegionCode region, @Nullable Path folder) implements Command {

    static CheckCommand parse(List<String> arguments) {
        RegionCode region = null;
        Path folder = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--packs") && i + 1 < arguments.size() && folder == null) {
                folder = Path.of(arguments.get(++i));
            } else if (Files.isDirectory(Path.of(argument)) && folder == null) {
                folder = Path.of(argument);
            } else if (RegionCode.isCode(argument) && region == null) {
                region = RegionCode.of(argument);
            } else {
                throw RefusedException.argument(
                        "“" + argument + "”既不是地区代码，也不是文件夹",
                        "'" + argument + "' is neither a region code nor a folder",
                        "用法：pack check [CODE|DIR]",
                        "Usage: pack check [CODE|DIR]");
            }
        }
        return new CheckCommand(region, folder);
    }

    @Override
    public int run(OutputStream answer, PrintStream errors, Clock clock) {
        String inside = inside();
        PackSet packs = Installation.packs(inside == null ? folder : null);
        List<Pack> chosen =
                packs.packs().stream().filter(p -> isChosen(p, inside)).toList();
        List<Problem> found = new ArrayList<>(packs.problems().stream()
                .filter(p -> (region == null && inside == null) || isIn(p, chosen))
                .toList());
        List<CaseFile> files =
                packs.cases().stream().filter(c -> chosen.contains(c.pack())).toList();
        Problems failed = new Problems();
        int cases = new Cases(packs, failed).run(files);
        found.addAll(failed.all());
        print(new PrintStream(answer, false, StandardCharsets.UTF_8), chosen, cases, found);
        return found.isEmpty() ? 0 : 2;
    }

    /** The pack ids below which to look, when the folder lies inside the shipped packs; null when it stands alone. */
    private @Nullable String inside() {
        if (folder == null) {
            return null;
        }
        Path home = Installation.home().toAbsolutePath().normalize();
        Path asked = folder.toAbsolutePath().normalize();
        return asked.startsWith(home) && !asked.equals(home)
                ? home.relativize(asked).toString().replace('\\', '/')
                : null;
    }

    private boolean isChosen(Pack pack, @Nullable String inside) {
        if (inside != null) {
            return (pack.id() + "/").startsWith(inside + "/") || inside.startsWith(pack.id() + "/");
        }
        return region == null
                || region.digits().startsWith(pack.region())
                || pack.region().startsWith(region.digits());
    }

    private static boolean isIn(Problem problem, List<Pack> packs) {
        return packs.stream().anyMatch(p -> problem.at().file().startsWith(p.id() + "/"));
    }

    private static void print(PrintStream out, List<Pack> packs, int cases, List<Problem> problems) {
        for (Problem problem : problems) {
            out.println(problem.line("zh"));
            out.println(problem.line("en"));
        }
        out.println(packs.size() + " 个地区层，" + cases + " 个样例，" + problems.size() + " 处问题");
        out.println(packs.size() + " layers, " + cases + " cases, " + problems.size() + " problems");
        out.flush();
    }
}
