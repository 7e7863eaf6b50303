package org.sangyu.rules.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sangyu.rules.RegionCode;

/** All packs of all regions, read once, checked, immutable; safe to share between threads. */
public final class PackSet {

    private PackSet() {}

    /**
     * Reads every pack below the folder.
     *
     * <p>Never throws because of what a file says: see {@link #problems()}. A parameter with a problem takes no part
     * in decisions.
     *
     * @throws java.io.UncheckedIOException when the folder itself cannot be read
     */
    public static PackSet read(Path folder) {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** The same packs with the operator's own layer, nearest of all; replaces an earlier one. */
    public PackSet withInstallation(List<PackFile> files) {
        throw new UnsupportedOperationException(files.toString());
    }

    /** Everything wrong, in the order of files and lines; empty for packs fit for use. */
    public List<Problem> problems() {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 over all files, in hexadecimal: the same packs give the same hash on every machine. */
    public String hash() {
        throw new UnsupportedOperationException();
    }

    /** All benefits in their fixed order. */
    public List<Benefit> benefits() {
        throw new UnsupportedOperationException();
    }

    /** All groups in their fixed order. */
    public List<Group> groups() {
        throw new UnsupportedOperationException();
    }

    /** All layers, the nation first. */
    public List<Pack> packs() {
        throw new UnsupportedOperationException();
    }

    /** The layers that speak for a region, nearest first; drafts only when asked for. */
    public List<Pack> layers(RegionCode region, boolean draft) {
        throw new UnsupportedOperationException(region + " " + draft);
    }

    /** What the layers say about one benefit; empty for an id that no pack defines. */
    public Optional<BenefitPolicy> policy(RegionCode region, String benefit, boolean draft) {
        throw new UnsupportedOperationException(region + " " + benefit + " " + draft);
    }

    /** Who belongs to a group, nearest layer first; empty when no layer says so. */
    public List<Parameter<Condition>> members(RegionCode region, String group, boolean draft) {
        throw new UnsupportedOperationException(region + " " + group + " " + draft);
    }

    /** The list of basic services over time, nearest layer first; empty when no layer prints one. */
    public List<Parameter<List<ServiceItem>>> serviceList(RegionCode region, boolean draft) {
        throw new UnsupportedOperationException(region + " " + draft);
    }

    /** The settings in force for a region, each from the nearest layer that sets it, in the order of the pack. */
    public List<Setting> settings(RegionCode region) {
        throw new UnsupportedOperationException(region.toString());
    }

    /** An official paper by its id. */
    public Optional<Document> document(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** All official papers that packs cite. */
    public List<Document> documents() {
        throw new UnsupportedOperationException();
    }
}
