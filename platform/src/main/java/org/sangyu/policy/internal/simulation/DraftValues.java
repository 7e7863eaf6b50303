package org.sangyu.policy.internal.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Pack;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Problem;
import org.sangyu.shared.Unscoped;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes drafts: the values of another region taken over for a place, as a layer nearer than every other.
 *
 * <p>Of each benefit for which the other region's own documents give an amount, its status, for whom it is and how much
 * are taken together, from the nearest layer that has each. Rules about benefits that exclude each other are not.
 */
@Unscoped("packs are public")
@Component
public class DraftValues {

    static final String FOLDER = "simulation";

    private final PackShelf shelf;
    private final Path folder;

    DraftValues(PackShelf shelf, @Value("${sangyu.packs:packs}") Path folder) {
        this.shelf = shelf;
        this.folder = folder;
    }

    /** Regions whose own documents give amounts, each once, the nation left out. */
    public List<Pack> regions() {
        PackSet packs = shelf.packs();
        return packs.packs().stream()
                .filter(pack -> !pack.region().isEmpty() && !pack.draft() && !pack.installation())
                .filter(pack -> !benefits(new RegionCode(pack.region())).isEmpty())
                .toList();
    }

    /** True when the region has a draft of its own in the packs. */
    public boolean hasDraft(RegionCode region) {
        return shelf.packs().layers(region, true).stream().anyMatch(Pack::draft);
    }

    /** Benefits for which the region's own documents give an amount. */
    public List<Benefit> benefits(RegionCode region) {
        PackSet packs = shelf.packs();
        return packs.benefits().stream()
                .filter(benefit -> packs.policy(region, benefit.id(), false)
                        .map(policy -> policy.amount().stream()
                                .anyMatch(amount -> !amount.pack().region().isEmpty()))
                        .orElse(false))
                .toList();
    }

    /** The other region's values as a layer of the target. */
    public List<PackFile> like(RegionCode other, RegionCode target) {
        List<PackFile> files = new ArrayList<>(List.of(head(target)));
        PackSet packs = shelf.packs();
        for (Benefit benefit : benefits(other)) {
            BenefitPolicy policy =
                    packs.policy(other, benefit.id(), false).orElseThrow(() -> new IllegalStateException(benefit.id()));
            String texts = block(policy.status(), benefit, "status") + block(policy.who(), benefit, "who");
            if (!texts.isEmpty()) {
                files.add(new PackFile(path(benefit, "benefit.yaml"), texts));
            }
            nearest(policy.amount())
                    .map(pack -> text(pack, benefit, "amount.yaml"))
                    .ifPresent(text -> files.add(new PackFile(path(benefit, "amount.yaml"), text)));
        }
        return files;
    }

    /** The layer's own head: nothing but the region it is for. */
    static PackFile head(RegionCode target) {
        return new PackFile(
                FOLDER + "/pack.yaml",
                "region: \"" + target
                        + "\"\nname: {zh: 测算草案, en: Draft}\nmaintainer: simulation\nlanguages: [zh, en]\n");
    }

    /** What is wrong with a draft; empty when it can be decided by. */
    public List<Problem> problems(List<PackFile> draft) {
        return shelf.packsWith(draft).problems().stream()
                .filter(problem -> problem.at().file().startsWith(FOLDER + "/"))
                .toList();
    }

    private static String path(Benefit benefit, String file) {
        return FOLDER + "/benefits/" + benefit.id() + "/" + file;
    }

    private String block(List<? extends Parameter<?>> layers, Benefit benefit, String key) {
        return nearest(layers)
                .map(pack -> block(text(pack, benefit, "benefit.yaml"), key))
                .orElse("");
    }

    private static Optional<Pack> nearest(List<? extends Parameter<?>> layers) {
        return layers.stream()
                .map(Parameter::pack)
                .filter(pack -> !pack.installation())
                .findFirst();
    }

    private String text(Pack pack, Benefit benefit, String file) {
        Path path = folder.resolve(pack.id())
                .resolve("benefits")
                .resolve(benefit.id())
                .resolve(file);
        try {
            return Files.readString(path, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One key of a file with everything below it, as it stands there. */
    static String block(@Nullable String text, String key) {
        StringBuilder block = new StringBuilder();
        boolean inside = false;
        for (String line : text == null ? List.<String>of() : text.lines().toList()) {
            boolean top = !line.isEmpty()
                    && !Character.isWhitespace(line.charAt(0))
                    && line.charAt(0) != '#'
                    && line.charAt(0) != '-';
            inside = top ? line.startsWith(key + ":") : inside;
            if (inside) {
                block.append(line).append('\n');
            }
        }
        return block.toString();
    }
}
