package org.sangyu.registry.internal;

import java.time.Instant;
import java.util.UUID;
import org.sangyu.registry.FactsRecorded;
import org.sangyu.shared.Place;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Announces what was recorded, once a run; call it in the transaction that records. */
@Component
public class RegistryEvents {

    private final ApplicationEventPublisher publisher;

    RegistryEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Publishes {@link FactsRecorded}; people 0 publishes nothing. */
    public void recorded(UUID run, Instant at, String cause, Place place, long people) {
        if (people > 0) {
            publisher.publishEvent(new FactsRecorded(run, at, cause, place.path(), people));
        }
    }
}
