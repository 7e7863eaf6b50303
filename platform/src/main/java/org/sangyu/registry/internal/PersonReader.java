package org.sangyu.registry.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Period;
import org.sangyu.registry.internal.Precedence.Claim;
import org.sangyu.shared.Fact;
import org.sangyu.shared.Fact.Provenance;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import tools.jackson.databind.json.JsonMapper;

/** Gathers one person's rows and settles, thing by thing, which of them count. */
final class PersonReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NO_ATTRIBUTES = "{}";

    private record Identity(
            String name, @Nullable LocalDate born, @Nullable String sex, Provenance said) {}

    private record Home(Place at, Provenance said) {}

    private record Category(Map<String, String> attributes, Provenance said) {}

    private record Received(@Nullable Money amount, Provenance said) {}

    private final List<Claim<Identity>> identities = new ArrayList<>(1);
    private final List<Claim<Home>> registered = new ArrayList<>(1);
    private final List<Claim<Home>> usual = new ArrayList<>(1);
    private final List<Claim<Provenance>> moves = new ArrayList<>(0);
    private final List<Claim<Provenance>> deaths = new ArrayList<>(0);
    private final Map<String, List<Claim<Category>>> tags = new HashMap<>(4);
    private final Map<String, List<Claim<Received>>> receipts = new HashMap<>(0);
    private final List<Fact> facts = new ArrayList<>(8);

    void read(FactTable table, FactCursor row) throws SQLException {
        switch (table) {
            case IDENTITY ->
                identities.add(row.claim(new Identity(row.text(1), row.day(2), row.textOrNull(3), row.said())));
            case RESIDENCE ->
                (row.text(1).equals("REGISTERED") ? registered : usual)
                        .add(row.claim(new Home(new Place(row.text(2)), row.said())));
            case TAG ->
                tags.computeIfAbsent(row.text(1), tag -> new ArrayList<>(1))
                        .add(row.claim(new Category(attributes(row.text(2)), row.said())));
            case ABILITY -> facts.add(new Fact.Ability(row.number(1), start(row), row.text(2), row.said()));
            case LTCI -> facts.add(new Fact.Ltci(row.number(1), start(row), row.said()));
            case INSTITUTION -> {
                Period valid = row.valid();
                facts.add(new Fact.Institution(valid.from(), valid.to(), row.said()));
            }
            case LIFE -> {
                switch (row.text(1)) {
                    case "DIED" -> deaths.add(row.claim(row.said()));
                    case "MOVED_OUT" -> moves.add(row.claim(row.said()));
                    default -> {}
                }
            }
            case RECEIPT -> {
                Long fen = row.longOrNull(2);
                receipts.computeIfAbsent(row.text(1), benefit -> new ArrayList<>(1))
                        .add(row.claim(new Received(fen == null ? null : new Money(fen), row.said())));
            }
            case HOUSEHOLD, CONTACT, ACCOUNT -> throw new IllegalStateException(table + " decides nothing");
        }
    }

    /** Everything that counts, in no order. */
    List<Fact> facts() {
        identity();
        registration();
        Precedence.settle(
                usual, (home, span) -> facts.add(new Fact.Resides(home.at(), span.from(), span.to(), home.said())));
        deaths.stream().min(Precedence.order()).ifPresent(death -> {
            LocalDate on = death.valid().from();
            if (on != null) {
                facts.add(new Fact.Died(on, death.value()));
            }
        });
        tags.forEach((tag, claims) -> Precedence.settle(
                claims,
                (category, span) ->
                        facts.add(new Fact.Tag(tag, span.from(), span.to(), category.attributes(), category.said()))));
        receipts.forEach((benefit, claims) -> Precedence.settle(
                claims,
                (received, span) -> facts.add(
                        new Fact.Receives(benefit, received.amount(), span.from(), span.to(), received.said()))));
        return facts;
    }

    private void registration() {
        List<Away> away = moves.stream()
                .map(move -> Away.of(move, registered))
                .flatMap(Optional::stream)
                .toList();
        away.forEach(move -> facts.add(new Fact.MovedOut(move.from(), move.to(), move.said())));
        Precedence.settle(registered, (home, span) -> {
            for (Period left : Away.without(span, away)) {
                facts.add(new Fact.Registered(home.at(), left.from(), left.to(), home.said()));
            }
        });
    }

    private void identity() {
        if (identities.isEmpty()) {
            return;
        }
        List<Identity> ordered = identities.size() == 1
                ? List.of(identities.getFirst().value())
                : identities.stream()
                        .sorted(Precedence.order())
                        .map(Claim::value)
                        .toList();
        facts.add(new Fact.Name(ordered.getFirst().name(), ordered.getFirst().said()));
        first(ordered, identity -> identity.born() == null ? null : new Fact.Born(identity.born(), identity.said()));
        first(ordered, identity -> identity.sex() == null ? null : new Fact.Sex(identity.sex(), identity.said()));
    }

    private void first(List<Identity> ordered, Function<Identity, @Nullable Fact> reading) {
        for (Identity identity : ordered) {
            Fact fact = reading.apply(identity);
            if (fact != null) {
                facts.add(fact);
                return;
            }
        }
    }

    private static LocalDate start(FactCursor row) throws SQLException {
        LocalDate from = row.valid().from();
        if (from == null) {
            throw new IllegalStateException("an assessment without its day");
        }
        return from;
    }

    private static Map<String, String> attributes(String json) {
        if (json.equals(NO_ATTRIBUTES)) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asString()));
        return Map.copyOf(attributes);
    }
}
