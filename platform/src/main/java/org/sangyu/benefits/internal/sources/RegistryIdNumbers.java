package org.sangyu.benefits.internal.sources;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sangyu.benefits.internal.cycle.IdNumbers;
import org.sangyu.registry.Registry;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;

/** Asks the registry for ID numbers; the release that writes them into a file writes the ledger line. */
@Component
class RegistryIdNumbers implements IdNumbers {

    private final Registry registry;
    private final MovedAway movedAway;

    RegistryIdNumbers(Registry registry, MovedAway movedAway) {
        this.registry = registry;
        this.movedAway = movedAway;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> elders, Scope scope) {
        Map<UUID, String> numbers = new HashMap<>();
        movedAway
                .with(elders.stream().map(ElderId::new).toList(), scope, registry::idNumbers)
                .forEach((elder, number) -> numbers.put(elder.value(), number.value()));
        return numbers;
    }
}
