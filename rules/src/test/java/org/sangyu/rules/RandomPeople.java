package org.sangyu.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Attributes;
import org.sangyu.rules.facts.Death;
import org.sangyu.rules.facts.LtciFact;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.PersonBuilder;
import org.sangyu.rules.facts.Provenance;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.facts.Residence;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.StayFact;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;

/** People on the edges: birthdays, spans and results around the month and the year's earlier months, all kinds at once. */
final class RandomPeople {
    private static final List<Integer> AGES = List.of(0, 59, 60, 65, 70, 80, 90, 95, 99, 100, 101, 120, 205);
    private static final List<String> RECEIVED = List.of(
            "severe-disability-nursing-subsidy",
            "long-term-care-insurance",
            "nursing-subsidy",
            "care-service-subsidy",
            "centenarian-plaque",
            "advanced-age-allowance");

    private final Random random;
    private final String region;
    private final YearMonth month;

    RandomPeople(Random random, String region, YearMonth month) {
        this.random = random;
        this.region = region;
        this.month = month;
    }

    Person next() {
        PersonBuilder person = Person.born("p" + random.nextInt(), born());
        if (random.nextInt(4) > 0) {
            person.sex(random.nextBoolean() ? Sex.F : Sex.M);
        }
        LocalDate born = person.build().born();
        if (random.nextInt(6) == 0) {
            LocalDate died = edge();
            person.died(new Death(died.isBefore(born) ? born : died, said()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            person.lives(new Residence(ResidenceKind.REGISTERED, place(), span(), said()));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            person.lives(new Residence(ResidenceKind.USUAL, place(), span(), said()));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Tag tag = random.nextBoolean() ? Tag.EXTREME_HARDSHIP : Tag.values()[random.nextInt(Tag.values().length)];
            person.tag(new TagFact(tag, span(), attributes(tag), said()));
        }
        for (int i = random.nextInt(3) - 1; i > 0; i--) {
            String instrument = random.nextInt(5) == 0 ? "LTCI_2021" : AbilityFact.GBT_42195_2022;
            person.ability(new AbilityFact(instrument, random.nextInt(5), edge(), said()));
        }
        for (int i = random.nextInt(4) - 2; i > 0; i--) {
            person.ltci(new LtciFact(random.nextInt(6), edge(), said()));
        }
        if (random.nextInt(5) == 0) {
            person.institution(new StayFact(span(), said()));
        }
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            Long fen = random.nextInt(3) == 0 ? null : 1_000L * random.nextInt(20);
            person.receives(new Receipt(RECEIVED.get(random.nextInt(RECEIVED.size())), fen, span(), said()));
        }
        return person.build();
    }

    private LocalDate born() {
        return switch (random.nextInt(8)) {
            case 0 -> LocalDate.of(List.of(1916, 1920, 1928, 1936, 1944).get(random.nextInt(5)), 2, 29);
            case 1 -> month.atDay(1).minusDays(random.nextInt(45_000));
            default -> edge().minusYears(AGES.get(random.nextInt(AGES.size())));
        };
    }

    /** A day around the end of the month or of an earlier one, or long ago. */
    private LocalDate edge() {
        YearMonth near = month.minusMonths(random.nextInt(4) == 0 ? random.nextInt(14) : 0);
        return switch (random.nextInt(4)) {
            case 0 -> near.atDay(1).plusDays(random.nextInt(3) - 1);
            case 1 -> near.atDay(1 + random.nextInt(28));
            case 2 -> near.atEndOfMonth().plusDays(random.nextInt(3) - 1);
            default -> month.atDay(1).minusYears(2);
        };
    }

    private Span span() {
        LocalDate from = edge();
        return switch (random.nextInt(5)) {
            case 0, 1 -> Span.ALWAYS;
            case 2 -> Span.since(from);
            case 3 -> new Span(null, from);
            default -> new Span(from, from.plusDays(1 + random.nextInt(100)));
        };
    }

    private String digits() {
        return switch (random.nextInt(6)) {
            case 0 -> "110101";
            case 1 -> region.substring(0, 2);
            default -> region.length() <= 6 ? (region + "0101").substring(0, 6) : region;
        };
    }

    private RegionCode place() {
        return RegionCode.of(digits());
    }

    private Attributes attributes(Tag tag) {
        Attributes attributes = Attributes.NONE;
        for (Attribute attribute : tag.attributes()) {
            if (random.nextInt(4) > 0) {
                List<String> domain = attribute.domain();
                attributes = attributes.with(attribute, domain.get(random.nextInt(domain.size())));
            }
        }
        return attributes;
    }

    private Provenance said() {
        return new Provenance(source(), random.nextInt(4) == 0 ? edge() : null);
    }

    private @Nullable String source() {
        return random.nextBoolean() ? null : "office " + random.nextInt(3);
    }
}
