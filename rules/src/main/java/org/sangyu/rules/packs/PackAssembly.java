package org.sangyu.rules.packs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.reading.Problems;

/** Files sorted into packs, read, and checked against each other. */
final class PackAssembly {
    final List<PackContent> contents;
    final List<Benefit> benefits;
    final List<Group> groups;
    final Map<String, ReceivedBenefit> received;
    final List<Problem> problems;

    private PackAssembly(List<PackContent> contents, Problems problems) {
        this.contents = contents.stream()
                .sorted(Comparator.comparing((PackContent c) -> c.pack.installation())
                        .thenComparingInt(c -> c.pack.region().length())
                        .thenComparing(c -> c.pack.id()))
                .toList();
        this.benefits = numbered(this.contents);
        this.groups = numberedGroups(this.contents);
        Map<String, ReceivedBenefit> others = new LinkedHashMap<>();
        this.contents.forEach(c -> c.received.forEach(r -> others.putIfAbsent(r.id(), r)));
        this.received = Map.copyOf(others);
        new PackChecks(this, problems).run();
        this.problems = problems.all();
    }

    static PackAssembly of(List<PackFile> files, List<PackFile> installation) {
        Problems problems = new Problems();
        List<PackContent> contents = new ArrayList<>(read(files, false, problems));
        contents.addAll(read(installation, true, problems));
        return new PackAssembly(contents, problems);
    }

    private static List<PackContent> read(List<PackFile> files, boolean installation, Problems problems) {
        Map<String, PackContent> byFolder = new TreeMap<>();
        for (PackFile file : files) {
            String folder = parent(file.path());
            if (file.path().endsWith("/" + PackReader.PACK)) {
                PackContent content = new PackReader(folder, installation, problems).begin(file);
                if (content != null) {
                    byFolder.put(folder, content);
                }
            }
        }
        for (PackFile file : files) {
            PackContent content = owner(file, byFolder);
            if (content == null) {
                problems.add(
                        "NO_PACK",
                        Position.of(file.path()),
                        new Text("上级文件夹里没有可用的 pack.yaml", "No folder above it has a pack.yaml that could be read"),
                        new Text("补上或改正 pack.yaml", "Add or mend pack.yaml"));
            } else {
                new PackReader(content.pack.id(), installation, problems).read(file, content);
            }
        }
        return List.copyOf(byFolder.values());
    }

    private static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private static @Nullable PackContent owner(PackFile file, Map<String, PackContent> byFolder) {
        String folder = parent(file.path());
        while (!folder.isEmpty()) {
            PackContent content = byFolder.get(folder);
            if (content != null) {
                return content;
            }
            folder = parent(folder);
        }
        return null;
    }

    private static List<Benefit> numbered(List<PackContent> contents) {
        Map<String, Benefit> all = new LinkedHashMap<>();
        for (PackContent content : contents) {
            for (Benefit b : content.benefits) {
                all.putIfAbsent(
                        b.id(),
                        new Benefit(b.id(), all.size() + 1, b.name(), b.kind(), b.period(), b.unit(), b.residence()));
            }
        }
        return List.copyOf(all.values());
    }

    private static List<Group> numberedGroups(List<PackContent> contents) {
        Map<String, Group> all = new LinkedHashMap<>();
        for (PackContent content : contents) {
            content.groups.forEach(g -> all.putIfAbsent(g.id(), new Group(g.id(), all.size() + 1, g.name())));
        }
        return List.copyOf(all.values());
    }

    /** Nearest first: the operator's before the packs', longer codes before shorter. */
    List<PackContent> layers(RegionCode region, boolean draft) {
        return contents.reversed().stream()
                .filter(c -> region.digits().startsWith(c.pack.region()))
                .filter(c -> draft || !c.pack.draft())
                .toList();
    }
}
