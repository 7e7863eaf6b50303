package org.sangyu.registry.internal;

import java.util.Optional;
import org.sangyu.registry.Registry;
import org.sangyu.shared.ElderCards;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;

/** Names the elder on their own page. */
@Component
class ElderGreetings implements ElderCards {

    private final Registry registry;

    ElderGreetings(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Optional<ElderCard> find(ElderId elder, Scope scope) {
        return registry.find(elder, scope)
                .map(known -> new ElderCard(known.id(), known.name(), known.place(), known.born()));
    }
}
