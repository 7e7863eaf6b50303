package org.sangyu.benefits.internal.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Comparisons;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.ui.Language;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An invented county with invented rules, so that enrolment is tested apart from policy and registry. */
@TestConfiguration
class Invented {

    static final String COUNTY = "C010101";
    static final String OTHER_COUNTY = "C010102";
    static final String TOWNSHIP = COUNTY + "001";
    static final String VILLAGE = TOWNSHIP + "001";
    static final String OTHER_VILLAGE = TOWNSHIP + "002";
    static final String ALLOWANCE = "advanced-age-allowance";
    static final String SUPPORT = "hardship-support";
    static final String PLAQUE = "plaque";

    /** Today of the tests: 15 June 2026. */
    static final Instant NOW = Instant.parse("2026-06-15T02:00:00Z");

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(NOW, Time.ZONE);
    }

    @Bean
    @Primary
    Rules rules() {
        return new Rules();
    }

    @Bean
    @Primary
    Everybody everybody() {
        return new Everybody();
    }

    @Bean
    @Primary
    Lists lists() {
        return new Lists();
    }

    @Bean
    @Primary
    Ledger ledger() {
        return new Ledger();
    }

    @Bean
    @Primary
    JobsAtOnce jobsAtOnce(org.springframework.beans.factory.ObjectProvider<Jobs.Handler> handlers) {
        return new JobsAtOnce(handlers);
    }

    @Bean
    @Primary
    FieldCipher openCipher() {
        return new OpenCipher();
    }

    /** Entitled from 80 on in the invented county; what is missing makes it undetermined. */
    static final class Rules implements BenefitRules {

        final Map<String, String> settings = new HashMap<>(Map.of(
                Procedures.MIRRORED, SUPPORT,
                Procedures.WAY, "PROPOSED",
                Procedures.FIRST_PAYABLE, "FROM_REACHED",
                Procedures.MONTHS_BACK, "0",
                Procedures.NOTICE_DAYS, "0",
                Procedures.ANSWER_DAYS, "10"));
        final Map<ElderId, Known> people = new TreeMap<>();
        final List<Benefit> things = new ArrayList<>();

        record Known(
                Place place,
                @Nullable LocalDate born,
                @Nullable LocalDate died) {}

        @Override
        public List<Benefit> benefits(Place county) {
            return List.of(
                    new Benefit(ALLOWANCE, "高龄津贴", "Advanced-age allowance", false),
                    new Benefit(SUPPORT, "特困供养", "Hardship support", false));
        }

        @Override
        public List<Benefit> things(Place county) {
            return List.copyOf(things);
        }

        @Override
        public String name(String benefit, Language language) {
            return benefits(Place.NATION).stream()
                    .filter(one -> one.id().equals(benefit))
                    .map(one -> one.name(language))
                    .findFirst()
                    .orElse(benefit);
        }

        @Override
        public Optional<String> setting(Place county, String key) {
            return Optional.ofNullable(settings.get(key));
        }

        @Override
        public String fingerprint() {
            return "invented";
        }

        @Override
        public void forEach(Place county, List<String> benefits, Consumer<Subject> all) {
            people.forEach((elder, known) -> {
                if (county.contains(known.place())) {
                    all.accept(new OneOf(elder, known, benefits));
                }
            });
        }

        @Override
        public Map<ElderId, List<Answer>> ask(
                Place county, List<ElderId> elders, List<String> benefits, YearMonth month) {
            Map<ElderId, List<Answer>> answers = new HashMap<>();
            for (ElderId elder : elders) {
                Known known = people.get(elder);
                if (known != null) {
                    answers.put(
                            elder,
                            benefits.stream()
                                    .<Answer>map(benefit -> new Given(benefit, outcome(known, month)))
                                    .toList());
                }
            }
            return answers;
        }

        static Outcome outcome(Known known, YearMonth month) {
            if (known.died() != null && YearMonth.from(known.died()).isBefore(month)) {
                return Outcome.NOT_ENTITLED;
            }
            if (known.born() == null) {
                return Outcome.UNDETERMINED;
            }
            return YearMonth.from(known.born().plusYears(80)).isAfter(month) ? Outcome.NOT_ENTITLED : Outcome.ENTITLED;
        }

        private record OneOf(ElderId elder, Known known, List<String> benefits) implements Subject {

            @Override
            public Place place() {
                return known.place();
            }

            @Override
            public @Nullable LocalDate died() {
                return known.died();
            }

            @Override
            public List<Answer> decide(YearMonth month) {
                return benefits.stream()
                        .map(benefit -> (Answer) new Given(benefit, outcome(known, month)))
                        .toList();
            }
        }

        private record Given(String benefit, Outcome outcome) implements Answer {

            @Override
            public long fen() {
                return outcome == Outcome.ENTITLED ? 5_000 : 0;
            }

            @Override
            public String because(Language language) {
                return language == Language.ZH ? "按出生日期" : "by the date of birth";
            }
        }
    }

    /** Lists of other departments, with what they hit. */
    static final class Lists implements Comparisons {

        final List<Hit> hits = new ArrayList<>();
        final List<org.sangyu.registry.PeopleCompared> open = new ArrayList<>();

        @Override
        public List<org.sangyu.registry.PeopleCompared> open(Place county) {
            return open.stream().filter(list -> list.county().equals(county)).toList();
        }

        @Override
        public List<Last> last(Place county) {
            return List.of();
        }

        @Override
        public List<Hit> hits(UUID comparison, Scope scope, int afterRow, int limit) {
            return hits.stream()
                    .filter(hit -> hit.comparison().equals(comparison) && hit.row() > afterRow)
                    .filter(hit -> scope.contains(hit.place()))
                    .limit(limit)
                    .toList();
        }
    }

    /** Everybody of the invented county. */
    static final class Everybody implements People {

        final Map<ElderId, Person> all = new LinkedHashMap<>();
        final Map<ElderId, LocalDate> away = new HashMap<>();

        @Override
        public Map<ElderId, Person> of(Collection<ElderId> elders, Scope scope) {
            Map<ElderId, Person> found = new HashMap<>();
            elders.forEach(elder -> {
                Person person = all.get(elder);
                if (person != null && scope.contains(person.place())) {
                    found.put(elder, person);
                }
            });
            return found;
        }

        @Override
        public Map<ElderId, org.sangyu.registry.StatedAccount> accounts(Collection<ElderId> elders, Scope scope) {
            return Map.of();
        }

        @Override
        public List<Person> search(Scope scope, String text, int limit) {
            return all.values().stream()
                    .filter(one -> one.name().startsWith(text))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<ElderId> changedSince(Scope scope, Instant since, @Nullable ElderId after, int limit) {
            return all.keySet().stream()
                    .sorted()
                    .filter(id -> after == null || id.compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<YearMonth> registeredSince(ElderId elder, Scope scope) {
            return Optional.of(YearMonth.of(2026, 6));
        }

        @Override
        public Map<ElderId, LocalDate> movedOut(Collection<ElderId> elders, Scope scope) {
            Map<ElderId, LocalDate> found = new HashMap<>(away);
            found.keySet().retainAll(elders);
            return found;
        }

        @Override
        public Map<String, String> placeNames(Collection<String> paths, Language language) {
            Map<String, String> names = new HashMap<>();
            paths.forEach(path -> names.put(path, "地" + path));
            return names;
        }
    }

    /** Keeps audit lines. */
    static final class Ledger implements Audit {

        final List<String> verbs = new ArrayList<>();

        @Override
        public void write(String verb, @Nullable UUID subject, @Nullable Place place, Map<String, String> detail) {
            verbs.add(verb);
        }

        @Override
        public void write(String verb, UUID subject, Place place, Personal detail) {
            verbs.add(verb);
        }
    }

    /** Runs a job where it is started. */
    static final class JobsAtOnce implements Jobs {

        private final org.springframework.beans.factory.ObjectProvider<Handler> handlers;

        JobsAtOnce(org.springframework.beans.factory.ObjectProvider<Handler> handlers) {
            this.handlers = handlers;
        }

        @Override
        public UUID start(String kind, Title title, Map<String, String> arguments) {
            UUID id = UUID.randomUUID();
            run(id, kind, arguments);
            return id;
        }

        void run(UUID id, String kind, Map<String, String> arguments) {
            handlers.stream()
                    .filter(one -> one.kind().equals(kind))
                    .findFirst()
                    .orElseThrow()
                    .run(new OneRun(id, arguments));
        }

        private record OneRun(UUID id, Map<String, String> arguments) implements Run {

            @Override
            public @Nullable String checkpoint() {
                return null;
            }

            @Override
            public void reached(String checkpoint) {}

            @Override
            public void progress(long done, long total) {}

            @Override
            public void tell(Title message) {}

            @Override
            public void result(String href) {}

            @Override
            public void attach(Files.Stored file) {}
        }
    }

    /** Bytes that a test can read. */
    static final class OpenCipher implements FieldCipher {

        @Override
        public byte[] encrypt(Field field, String clear) {
            return clear.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public String decrypt(Field field, byte[] bytes) {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public byte[] blindIndex(Field field, String normalised) {
            return encrypt(field, normalised);
        }

        @Override
        public byte[] blindIndexOfLastFour(Field field, String normalised, Place county) {
            return encrypt(field, county.at(PlaceLevel.COUNTY) + normalised);
        }

        @Override
        public int keyVersion() {
            return 1;
        }
    }

    /** A desk with an account of its own. */
    static Desk desk(org.sangyu.shared.Role role, String place, String account) {
        return Desk.of(account, "某" + account, role, new Place(place));
    }

    static void at(Desk desk, Runnable work) {
        CurrentDesk.run(desk, work);
    }
}
