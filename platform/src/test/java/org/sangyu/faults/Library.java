package org.sangyu.faults;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A library on the class path, as the local repository files it: {@code …/group/path/artifact/version/artifact-version.jar}.
 *
 * @param folders path of the group from the root of the disk; where the repository begins is not known
 */
record Library(String folders, String artifact, String version) {

    private static final String WEBJARS = "org.webjars.npm";

    /** Everything that this test itself runs with, which is everything that is shipped and everything that tests need. */
    static List<Library> onTheClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> of(Path.of(entry)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Empty for a jar that no repository keeps. */
    static Optional<Library> of(Path jar) {
        int depth = jar.getNameCount();
        if (depth < 4) {
            return Optional.empty();
        }
        String version = jar.getName(depth - 2).toString();
        String artifact = jar.getName(depth - 3).toString();
        return jar.getFileName().toString().startsWith(artifact + "-" + version)
                ? Optional.of(new Library("/" + jar.subpath(0, depth - 3), artifact, version))
                : Optional.empty();
    }

    /** True when an advisory names this package; one for npm means what a webjar carries. */
    boolean is(String ecosystem, String name) {
        if (ecosystem.equals("npm")) {
            return isOf(WEBJARS) && artifact.equals(name.replaceFirst("^@", "").replace("/", "__"));
        }
        int colon = name.indexOf(':');
        return colon > 0 && artifact.equals(name.substring(colon + 1)) && isOf(name.substring(0, colon));
    }

    /** True when the library belongs to the group. */
    boolean isOf(String group) {
        return folders.endsWith("/" + group.replace('.', '/'));
    }
}
