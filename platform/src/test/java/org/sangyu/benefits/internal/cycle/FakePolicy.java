package org.sangyu.benefits.internal.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/** Policy in memory: everybody gets the allowance from a birthday month on until the month of death. */
final class FakePolicy implements MonthDecisions, DeathsSince, SettingsConfirmed {

    static final String ALLOWANCE = "advanced-age-allowance";
    static final long FEN = 5_000;
    private final Map<ElderId, Person> people = new TreeMap<>();
    private String policy = "p1";
    private long fen = FEN;
    private boolean confirmed = true;

    /** What is known about somebody. */
    record Person(
            String name,
            YearMonth reached,
            @Nullable LocalDate died,
            @Nullable YearMonth unknownFrom,
            Instant learned) {}

    void know(UUID elder, Person person) {
        people.put(new ElderId(elder), person);
    }

    void change(String hash, long amount) {
        policy = hash;
        fen = amount;
    }

    void confirm(boolean done) {
        confirmed = done;
    }

    @Override
    public List<Benefit> benefits(Place county) {
        return List.of(
                new Benefit(ALLOWANCE, "高龄津贴", "Advanced-age allowance", Rhythm.MONTH, true, false),
                new Benefit("centenarian-plaque", "百岁牌匾", "Plaque", Rhythm.ONCE, false, false),
                new Benefit("hardship-support", "特困供养", "Hardship support", Rhythm.MONTH, true, true));
    }

    @Override
    public Reading read(Place county, Instant knownAt, List<String> benefits) {
        return new Reading() {
            @Override
            public String policy() {
                return policy;
            }

            @Override
            public void forEach(Consumer<Subject> consumer) {
                people.forEach((elder, person) -> consumer.accept(new OneSubject(elder, person)));
            }
        };
    }

    @Override
    public Map<UUID, LocalDate> learned(Place county, Instant since) {
        return people.entrySet().stream()
                .filter(one -> one.getValue().died() != null
                        && one.getValue().learned().isAfter(since))
                .collect(Collectors.toMap(
                        one -> one.getKey().value(), one -> one.getValue().died(), (a, b) -> a, HashMap::new));
    }

    @Override
    public boolean isConfirmed(Place county) {
        return confirmed;
    }

    private final class OneSubject implements Subject {

        private final ElderId elder;
        private final Person person;

        OneSubject(ElderId elder, Person person) {
            this.elder = elder;
            this.person = person;
        }

        @Override
        public ElderId elder() {
            return elder;
        }

        @Override
        public String name() {
            return person.name();
        }

        @Override
        public long facts() {
            return person.toString().hashCode();
        }

        @Override
        public @Nullable LocalDate died() {
            return person.died();
        }

        @Override
        public List<Decided> decide(YearMonth month) {
            LocalDate died = person.died();
            if (died != null && month.isAfter(YearMonth.from(died))) {
                return List.of(answer(Outcome.NOT_ENTITLED, 0, "已于 " + died + " 去世"));
            }
            YearMonth unknown = person.unknownFrom();
            if (unknown != null && !month.isBefore(unknown)) {
                return List.of(answer(Outcome.UNDETERMINED, 0, "缺出生日期"));
            }
            return List.of(
                    month.isBefore(person.reached())
                            ? answer(Outcome.NOT_ENTITLED, 0, person.reached() + " 才满年龄")
                            : answer(Outcome.ENTITLED, fen, "自 " + person.reached() + " 起享受"));
        }

        private static Decided answer(Outcome outcome, long amount, String why) {
            return new Decided(
                    outcome,
                    amount,
                    why.hashCode(),
                    () -> "[{\"code\":\"X\",\"zh\":\"" + why + "\",\"en\":\"" + why + "\"}]");
        }
    }
}
