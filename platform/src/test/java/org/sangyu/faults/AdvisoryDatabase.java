package org.sangyu.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A checkout of the GitHub Advisory Database: one file an advisory, in the OSV format. */
record AdvisoryDatabase(Path folder) {

    private static final Set<String> OURS = Set.of("Maven", "npm");

    /** Every range of the reviewed advisories that are not withdrawn, for what is built with Maven or carried by a webjar. */
    List<Advisory> read() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("GHSA-.*\\.json"))
                    .flatMap(file -> ranges(file).stream())
                    .distinct()
                    .sorted(java.util.Comparator.comparing(Advisory::line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Advisory> ranges(Path file) {
        JsonNode root = JsonMapper.shared().readTree(file.toFile());
        List<Advisory> found = new ArrayList<>();
        if (root.hasNonNull("withdrawn")) {
            return found;
        }
        for (JsonNode affected : root.path("affected")) {
            if (OURS.contains(affected.at("/package/ecosystem").asString(""))) {
                for (JsonNode range : affected.path("ranges")) {
                    add(root, affected, range, found);
                }
            }
        }
        return found;
    }

    /** Events come in pairs: introduced, then fixed or last affected; the last pair may have no end. */
    private static void add(JsonNode root, JsonNode affected, JsonNode range, List<Advisory> found) {
        String introduced = "";
        for (JsonNode event : range.path("events")) {
            if (event.has("introduced")) {
                introduced = event.path("introduced").asString();
            } else if (!introduced.isEmpty()) {
                found.add(advisory(root, affected, introduced, event));
                introduced = "";
            }
        }
        if (!introduced.isEmpty()) {
            found.add(advisory(root, affected, introduced, range));
        }
    }

    private static Advisory advisory(JsonNode root, JsonNode affected, String introduced, JsonNode end) {
        String last = affected.at("/database_specific/last_known_affected_version_range")
                .asString("");
        boolean open = !end.has("fixed") && !end.has("last_affected");
        return new Advisory(
                root.path("id").asString(),
                root.at("/database_specific/severity").asString(""),
                affected.at("/package/ecosystem").asString(),
                affected.at("/package/name").asString(),
                introduced,
                open && last.startsWith("< ")
                        ? last.substring(2)
                        : end.path("fixed").asString(""),
                open && last.startsWith("<= ")
                        ? last.substring(3)
                        : end.path("last_affected").asString(""),
                root.path("summary").asString("").replaceAll("\\s+", " "));
    }
}
