package org.sangyu.policy.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sangyu.policy.BenefitInfo;
import org.sangyu.policy.BenefitInfo.Standing;
import org.sangyu.policy.BenefitName;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.BenefitPolicy;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Status;
import org.sangyu.rules.packs.Timeline;
import org.sangyu.rules.packs.Timeline.Candidate;

/** How each benefit stands in a region on a day. */
public final class Standings {

    private Standings() {}

    /** Every benefit in its fixed order; what stands only in a draft shows as a draft. */
    public static List<BenefitInfo> of(PackSet packs, RegionCode region, LocalDate day) {
        return packs.benefits().stream()
                .map(benefit -> new BenefitInfo(
                        new BenefitName(
                                benefit.id(),
                                benefit.name().zh(),
                                benefit.name().en()),
                        benefit.kind(),
                        benefit.period(),
                        standing(packs, region, benefit, day)))
                .toList();
    }

    private static Standing standing(PackSet packs, RegionCode region, Benefit benefit, LocalDate day) {
        BenefitPolicy policy = packs.policy(region, benefit.id(), false).orElseThrow();
        Optional<Status> status = status(policy, day);
        if (status.isEmpty()) {
            BenefitPolicy withDrafts = packs.policy(region, benefit.id(), true).orElseThrow();
            return status(withDrafts, day).isEmpty() ? Standing.NONE : Standing.DRAFT;
        }
        return switch (status.get()) {
            case ANNOUNCED -> Standing.ANNOUNCED;
            case DRAFT -> Standing.DRAFT;
            case EXISTS_ELSEWHERE -> Standing.EXISTS_ELSEWHERE;
            case IN_FORCE ->
                Timeline.on(policy.amount(), day, null).stream().anyMatch(Candidate.InForce.class::isInstance)
                        ? Standing.IN_FORCE
                        : Standing.WITHOUT_AMOUNT;
        };
    }

    private static Optional<Status> status(BenefitPolicy policy, LocalDate day) {
        for (Candidate<Status> candidate : Timeline.on(policy.status(), day, null)) {
            if (candidate instanceof Candidate.InForce<Status>(var dated)) {
                return Optional.of(dated.value());
            }
        }
        return Optional.empty();
    }
}
