package org.sangyu.registry.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactContent.Contact;
import org.sangyu.registry.FactContent.ContactKind;
import org.sangyu.registry.FactContent.Residence;
import org.sangyu.registry.FactContent.ResidenceKind;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.registry.RegisterElder;
import org.sangyu.registry.Registration;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/** Opens the record of a person who has none. */
@Component
class Registrations {

    private final Elders elders;
    private final Facts facts;
    private final ElderProjection projection;
    private final ServedPlaces served;
    private final RegistryEvents events;
    private final Audit audit;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Registrations(
            Elders elders,
            Facts facts,
            ElderProjection projection,
            ServedPlaces served,
            RegistryEvents events,
            Audit audit,
            TimeOrderedIds ids,
            Clock clock) {
        this.elders = elders;
        this.facts = facts;
        this.projection = projection;
        this.served = served;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    Registration register(RegisterElder command) {
        Desk desk = CurrentDesk.get();
        IdNumber number = command.identity().idNumber();
        if (number != null && elders.isTaken(number)) {
            Optional<ElderSummary> known = elders.findByIdNumber(number, desk.scope());
            return known.isPresent()
                    ? new Registration.AlreadyKnown(known.get().id())
                    : new Registration.KnownElsewhere();
        }
        if (desk.place().path().length() >= PlaceLevel.COUNTY.pathLength()) {
            served.add(desk.place().at(PlaceLevel.COUNTY));
        }
        Set<String> counties = served.all();
        Place registered = command.registered();
        Place usual = command.usual();
        String belongs = ElderProjection.belongsTo(
                counties, registered == null ? null : registered.path(), usual == null ? null : usual.path());
        if (belongs == null) {
            return new Registration.OutsideScope();
        }
        Place place = new Place(belongs);
        if (!desk.scope().contains(place)) {
            return counties.contains(ElderProjection.countyOf(belongs))
                    ? new Registration.BelongsElsewhere(place)
                    : new Registration.OutsideScope();
        }
        return open(command, place, desk);
    }

    private Registration open(RegisterElder command, Place place, Desk desk) {
        ElderId elder = ids.nextElder();
        Instant now = clock.instant();
        List<FactContent> contents = contents(command);
        Map<String, String> said = new HashMap<>();
        for (FactContent content : contents) {
            NewFact fact = new NewFact(Contents.normalised(content), Period.OPEN, command.source(), command.evidence());
            facts.insert(new Facts.Writing(ids.next(), elder, place.path(), now, desk.account()), fact);
            said.putAll(FactText.change(null, fact));
        }
        projection.rebuild(List.of(elder));
        audit.write(
                "registry.register",
                elder.value(),
                place,
                new Audit.Personal(elder, Map.of("facts", String.valueOf(contents.size())), said));
        events.recorded(elder.value(), now, "desk", place, 1);
        return new Registration.Registered(elder);
    }

    private static List<FactContent> contents(RegisterElder command) {
        List<FactContent> contents = new ArrayList<>();
        contents.add(command.identity());
        Place registered = command.registered();
        Place usual = command.usual();
        if (registered != null) {
            contents.add(new Residence(
                    ResidenceKind.REGISTERED, registered, usual == null ? blankToNull(command.address()) : null));
        }
        if (usual != null) {
            contents.add(new Residence(ResidenceKind.USUAL, usual, blankToNull(command.address())));
        }
        String phone = blankToNull(command.phone());
        if (phone != null) {
            contents.add(new Contact(ContactKind.SELF, null, null, phone));
        }
        return contents;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
