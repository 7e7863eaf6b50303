package org.sangyu.registry.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.internal.Precedence.Claim;
import org.sangyu.registry.internal.SourceRanks.Ranks;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;

/** What the books say about one person, now or as it was known, and which of it counts. */
@Component
class FactHistory {

    private final Facts facts;
    private final SourceRanks ranks;
    private final Audit audit;

    FactHistory(Facts facts, SourceRanks ranks, Audit audit) {
        this.facts = facts;
        this.ranks = ranks;
        this.audit = audit;
    }

    /** Newest recorded first. */
    List<RecordedFact> of(ElderId elder, Scope scope, @Nullable Instant knownAt) {
        List<FactRow> known = facts.of(elder, scope).stream()
                .filter(row -> knownAt == null || isKnown(row.fact(), knownAt))
                .toList();
        Set<UUID> counting = counting(
                known.stream()
                        .filter(row -> knownAt != null || row.fact().recorded().to() == null)
                        .toList(),
                ranks.current());
        return known.stream()
                .map(FactRow::fact)
                .map(fact -> counting.contains(fact.id()) ? fact : without(fact))
                .sorted(Comparator.comparing(
                                (RecordedFact fact) -> fact.recorded().from())
                        .reversed()
                        .thenComparing(RecordedFact::id))
                .toList();
    }

    /** A protected value in clear, with a line in the audit. */
    Optional<String> reveal(ElderId elder, UUID id, String reason) {
        Optional<FactRow> row = facts.of(elder, CurrentDesk.get().scope()).stream()
                .filter(found -> found.fact().id().equals(id))
                .findFirst();
        Optional<String> clear =
                row.flatMap(found -> protectedValue(found.fact().content()));
        clear.ifPresent(value -> audit.write(
                "registry.reveal",
                elder.value(),
                new Place(row.orElseThrow().place()),
                Map.of("kind", row.orElseThrow().table().name(), "fact", id.toString(), "reason", reason)));
        return clear;
    }

    private static Optional<String> protectedValue(FactContent content) {
        return switch (content) {
            case FactContent.Identity identity ->
                Optional.ofNullable(identity.idNumber()).map(IdNumber::value);
            case FactContent.Residence residence -> Optional.ofNullable(residence.address());
            case FactContent.Contact contact -> Optional.of(contact.phone());
            case FactContent.Account account -> Optional.of(account.number());
            default -> Optional.empty();
        };
    }

    private static boolean isKnown(RecordedFact fact, Instant at) {
        Instant to = fact.recorded().to();
        return !fact.recorded().from().isAfter(at) && (to == null || to.isAfter(at));
    }

    private static Set<UUID> counting(List<FactRow> standing, Ranks order) {
        Map<String, List<Claim<UUID>>> byKey = new HashMap<>();
        for (FactRow row : standing) {
            RecordedFact fact = row.fact();
            byKey.computeIfAbsent(FactKeys.keyOf(fact.content()), key -> new ArrayList<>())
                    .add(new Claim<>(
                            fact.id(),
                            fact.valid(),
                            order.of(fact.source(), fact.content().kind(), row.place()),
                            fact.recorded().from().toEpochMilli()));
        }
        Set<UUID> counting = new HashSet<>();
        byKey.values().forEach(claims -> Precedence.settle(claims, (id, span) -> counting.add(id)));
        return counting;
    }

    private static RecordedFact without(RecordedFact fact) {
        return new RecordedFact(
                fact.id(), fact.content(), fact.valid(), fact.source(), fact.evidence(), fact.recorded(), false);
    }
}
