package org.sangyu.policy.internal.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.own.OwnAmount;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Standard;
import org.sangyu.shared.Unscoped;
import org.springframework.stereotype.Component;

/**
 * What of a simulated draft can be proposed as values of the installation, and what has to become a pack folder: the
 * installation's own layer holds amounts, not whom a benefit is for or how far along it is.
 */
@Unscoped("packs are public")
@Component
public class Publication {

    private final PackShelf shelf;

    Publication(PackShelf shelf) {
        this.shelf = shelf;
    }

    /** One benefit that the draft changes. */
    public sealed interface Part {

        /** Which. */
        Benefit benefit();

        /** Its amount can be proposed. */
        record Proposable(Benefit benefit, Standard before, Standard after) implements Part {

            /** As an operator would type it. */
            public OwnAmount amount() {
                return OwnAmount.of(after);
            }
        }

        /** It goes into a pack folder, for this reason. */
        record ForAFolder(Benefit benefit, Why why) implements Part {}
    }

    /** Why something cannot be proposed on a page. */
    public enum Why {
        /** For whom it is changes. */
        WHO,
        /** How far along it is changes: in force, announced. */
        STATUS,
        /** No document and nobody here says for whom it is or how much it gives today. */
        NEW,
        /** It begins later than the draft was tried for, or ends within it. */
        DATED,
        /** Rules about benefits that meet. */
        CONFLICT
    }

    /**
     * The benefits that the draft changes, in the order of the packs; what stays as it is is left out.
     *
     * @param day from which the draft was tried: of several values the newest counts when it holds by then, open-ended
     */
    public List<Part> parts(List<PackFile> draft, RegionCode region, LocalDate day) {
        PackSet with = shelf.packsWith(draft);
        PackSet now = shelf.packs();
        List<Part> parts = new ArrayList<>();
        for (Benefit benefit : now.benefits()) {
            BenefitPolicy before = now.policy(region, benefit.id(), false).orElseThrow();
            with.policy(region, benefit.id(), false)
                    .filter(Publication::isTouched)
                    .flatMap(after -> part(before, after, day))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    private static boolean isTouched(BenefitPolicy policy) {
        return mine(policy.amount()).isPresent()
                || mine(policy.who()).isPresent()
                || mine(policy.status()).isPresent()
                || mine(policy.conflicts()).isPresent();
    }

    private static Optional<Part> part(BenefitPolicy before, BenefitPolicy after, LocalDate day) {
        Optional<Parameter<Standard>> amount = mine(after.amount());
        Optional<Standard> today = newest(before.amount());
        if (amount.isPresent() && (today.isEmpty() || before.who().isEmpty())) {
            return forAFolder(after, Why.NEW);
        }
        if (mine(after.conflicts()).isPresent()) {
            return forAFolder(after, Why.CONFLICT);
        }
        if (differs(after.status(), before.status())) {
            return forAFolder(after, Why.STATUS);
        }
        if (differs(after.who(), before.who())) {
            return forAFolder(after, Why.WHO);
        }
        Dated<Standard> wanted =
                amount.map(parameter -> parameter.values().getLast()).orElse(null);
        if (wanted == null || today.isEmpty() || today.get().equals(wanted.value())) {
            return Optional.empty();
        }
        return wanted.to() != null || wanted.from().latest().isAfter(day)
                ? forAFolder(after, Why.DATED)
                : Optional.of(new Part.Proposable(after.benefit(), today.get(), wanted.value()));
    }

    private static Optional<Part> forAFolder(BenefitPolicy policy, Why why) {
        return Optional.of(new Part.ForAFolder(policy.benefit(), why));
    }

    private static <T> boolean differs(List<Parameter<T>> after, List<Parameter<T>> before) {
        return mine(after).isPresent() && !newest(after).equals(newest(before));
    }

    private static <T> Optional<Parameter<T>> mine(List<Parameter<T>> layers) {
        return layers.stream()
                .filter(layer -> layer.pack().id().equals(DraftValues.FOLDER))
                .filter(layer -> !layer.values().isEmpty())
                .findFirst();
    }

    private static <T> Optional<T> newest(List<Parameter<T>> layers) {
        return layers.stream()
                .map(Parameter::values)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .map(values -> values.getLast().value());
    }
}
