package org.sangyu.walks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sangyu.access.DemoAccounts;
import org.sangyu.access.DemoAccounts.Named;
import org.sangyu.regions.CodeSystem;
import org.sangyu.regions.PlaceChange;
import org.sangyu.regions.PlaceChanges;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;

/** A region that exists nowhere comes into being as any other would: its pack as files, its places as changes. */
final class SixthRegion {

    /** The lowest place that has desks. */
    static final String VILLAGE = "甲村";

    /** The township above it. */
    static final String TOWNSHIP = "甲镇";

    private static final List<String> NAMES = List.of("乌有省", "乌有市", "乌有县", TOWNSHIP, VILLAGE);
    private static final List<String> CODES = List.of("99", "9901", "990101", "990101001", "990101001001");
    private static final int MANY = 1_000;

    private final Regions regions;
    private final PlaceChanges changes;
    private final Runnable wait;

    /** @param wait until no job is left */
    SixthRegion(Regions regions, PlaceChanges changes, Runnable wait) {
        this.regions = regions;
        this.changes = changes;
        this.wait = wait;
    }

    /** The shipped packs with the region's own beside them. */
    static Path packs(Path folder) {
        copy(Path.of("../packs"), folder);
        copy(Path.of("src/test/resources/sixth-region"), folder.resolve("cn"));
        return folder;
    }

    /** Makes province, city, county, township and village with their codes. */
    List<PlaceInfo> places() {
        List<PlaceInfo> made = new ArrayList<>();
        PlaceInfo above = regions.find(Place.NATION).orElseThrow();
        List<PlaceChange.Step> codes = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            above = create(above, NAMES.get(i));
            codes.add(new PlaceChange.Recode(above.id(), CodeSystem.STAT_2023, CODES.get(i)));
            made.add(above);
        }
        change(codes);
        return made;
    }

    /** An account for every desk of the county. */
    void desks(DemoAccounts accounts, List<PlaceInfo> places) {
        List<Named> named = places.stream()
                .map(place -> new Named(place.place(), place.name()))
                .toList();
        Desks.act(
                Role.ADMINISTRATOR,
                Place.NATION.path(),
                () -> accounts.createForCounty(named.get(1), named.get(2), named.get(3), named.get(4)));
    }

    private PlaceInfo create(PlaceInfo above, String name) {
        change(List.of(new PlaceChange.Create(above.id(), name)));
        return regions.children(above.place(), 0, MANY).stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void change(List<PlaceChange.Step> steps) {
        PlaceChanges.Outcome outcome = Desks.at(
                Role.ADMINISTRATOR,
                Place.NATION.path(),
                () -> changes.start(new PlaceChange(LocalDate.parse("2020-01-01"), "虚构的批复", steps)));
        if (outcome instanceof PlaceChanges.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
        wait.run();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
