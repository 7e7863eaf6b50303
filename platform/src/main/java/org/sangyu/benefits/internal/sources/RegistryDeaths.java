package org.sangyu.benefits.internal.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.cycle.DeathsSince;
import org.sangyu.registry.Registry;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;

/** Deaths among the people about whom the registry learned something lately. */
@Component
class RegistryDeaths implements DeathsSince {

    private static final int AT_ONCE = 1_000;
    private final Registry registry;

    RegistryDeaths(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Map<UUID, LocalDate> learned(Place county, Instant since) {
        Scope scope = Scope.of(county);
        Map<UUID, LocalDate> died = new HashMap<>();
        @Nullable ElderId after = null;
        while (true) {
            List<ElderId> changed = registry.listChangedSince(scope, since, after, AT_ONCE);
            registry.summaries(changed, scope).forEach((elder, summary) -> {
                if (summary.died() != null) {
                    died.put(elder.value(), summary.died());
                }
            });
            if (changed.size() < AT_ONCE) {
                return died;
            }
            after = changed.getLast();
        }
    }
}
