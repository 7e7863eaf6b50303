package org.sangyu.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.facts.Span;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.facts.TagFact;
import org.sangyu.rules.reading.Tree;

/**
 * The same rules read as plainly as possible: one person, one month, one world after the other.
 *
 * <p>A world gives every missing thing a value and every inexact date a day; in it everything is simply true or false.
 * Written from the contract, not from the engine, and it walks the YAML itself.
 */
final class PlainInterpreter {
    static final long NOTHING = -1;
    static final long UNKNOWN = -2;
    private static final List<Tag> POOR = List.of(
            Tag.ECONOMIC_DIFFICULTY, Tag.MINIMUM_LIVING_ALLOWANCE, Tag.MARGINAL_LOW_INCOME, Tag.EXTREME_HARDSHIP);

    private final Person person;
    private final LocalDate lastDay;
    private final LocalDate day;
    private final boolean dies;
    private final int[] choices = new int[16];
    private int asked;
    private int level;
    private final List<Integer> sizes = new ArrayList<>();

    private PlainInterpreter(Person person, YearMonth month) {
        this.person = person;
        this.lastDay = month.atEndOfMonth();
        LocalDate died = person.died() == null
                ? null
                : Objects.requireNonNull(person.died()).on();
        this.dies = died != null && YearMonth.from(died).equals(month);
        this.day = dies && died != null ? died : lastDay;
    }

    /** Everything that can come out: amounts in fen, {@link #NOTHING}, {@link #UNKNOWN}. */
    static SortedSet<Long> possible(Person person, YearMonth month, Tree who, List<Tree> layersNearestFirst) {
        PlainInterpreter plain = new PlainInterpreter(person, month);
        TreeSet<Long> all = new TreeSet<>();
        boolean more = true;
        while (more) {
            plain.asked = 0;
            all.add(plain.world(month, who, layersNearestFirst));
            more = plain.nextWorld();
        }
        return all;
    }

    private boolean nextWorld() {
        for (int i = asked - 1; i >= 0; i--) {
            if (++choices[i] < sizes.get(i)) {
                return true;
            }
            choices[i] = 0;
            sizes.subList(i, sizes.size()).clear();
        }
        return false;
    }

    private int missing(int size) {
        if (asked == sizes.size()) {
            sizes.add(size);
            choices[asked] = 0;
        }
        return choices[asked++];
    }

    private long world(YearMonth month, Tree who, List<Tree> layers) {
        LocalDate died = person.died() == null
                ? null
                : Objects.requireNonNull(person.died()).on();
        if (person.born().isAfter(lastDay)
                || (died != null && YearMonth.from(died).isBefore(month))) {
            return NOTHING;
        }
        int sex = person.sex() == null
                ? missing(2)
                : Objects.requireNonNull(person.sex()).ordinal();
        List<int[]> details = new ArrayList<>();
        for (TagFact fact : person.tags()) {
            int[] known = new int[Attribute.values().length];
            for (Attribute attribute : fact.tag().attributes()) {
                int index = fact.attributes().index(attribute);
                known[attribute.ordinal()] = index >= 0 || !counts(fact.span()) || attribute == Attribute.SELF_CARE
                        ? index
                        : missing(attribute.domain().size());
            }
            details.add(known);
        }
        Integer assessed = ability();
        level = assessed == null ? missing(6) : assessed;
        if (!holds(who, sex, details)) {
            return NOTHING;
        }
        for (Tree layer : layers) {
            Tree value = inForce(((Tree.Items) layer).of());
            if (value != null) {
                return value instanceof Tree.Leaf ? UNKNOWN : amount(value, details);
            }
        }
        return NOTHING;
    }

    private boolean counts(Span span) {
        return span.covers(day) || (dies && day.equals(span.to()) && span.covers(day.minusDays(1)));
    }

    private boolean has(Tag tag) {
        return person.tags().stream().anyMatch(f -> f.tag() == tag && counts(f.span()));
    }

    private @Nullable Integer ability() {
        AbilityFact newest = null;
        for (AbilityFact fact : person.ability()) {
            if (!fact.on().isAfter(day) && (newest == null || fact.on().isAfter(newest.on()))) {
                newest = fact;
            }
        }
        return newest == null ? null : newest.level();
    }

    private int age() {
        int age = 0;
        while (!birthday(age + 1).isAfter(day)) {
            age++;
        }
        return age;
    }

    private LocalDate birthday(int age) {
        LocalDate born = person.born();
        boolean leap = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        int year = born.getYear() + age;
        return leap && !java.time.Year.isLeap(year)
                ? LocalDate.of(year, 3, 1)
                : LocalDate.of(year, born.getMonth(), born.getDayOfMonth());
    }

    private boolean holds(Tree condition, int sex, List<int[]> details) {
        Map<String, Tree> map = ((Tree.Branch) condition).of();
        String type = map.keySet().iterator().next();
        Tree of = Objects.requireNonNull(map.get(type));
        return switch (type) {
            case "all" -> ((Tree.Items) of).of().stream().allMatch(c -> holds(c, sex, details));
            case "any" -> ((Tree.Items) of).of().stream().anyMatch(c -> holds(c, sex, details));
            case "not" -> !holds(of, sex, details);
            case "age" ->
                age() >= Integer.parseInt(text(of, "at_least", "0"))
                        && age() < Integer.parseInt(text(of, "below", "999"));
            case "tag" -> of instanceof Tree.Leaf leaf ? has(Tag.valueOf(leaf.text())) : hasWith(of, details);
            case "economic_difficulty" -> POOR.stream().anyMatch(this::has);
            case "disabled" -> disabled();
            case "severe_handicap" -> severe(details);
            case "ability" -> level >= Integer.parseInt(text(of, "at_least", "0"));
            case "in_institution" -> person.institution().stream().anyMatch(s -> counts(s.span()));
            case "ltci" ->
                person.ltci().stream()
                        .filter(g -> !g.on().isAfter(day))
                        .max(java.util.Comparator.comparing(g -> g.on()))
                        .filter(g -> g.grade() >= Integer.parseInt(text(of, "at_least", "0")))
                        .isPresent();
            case "sex" -> ((Tree.Leaf) of).text().equals(sex == 0 ? "F" : "M");
            case "receives" ->
                person.receives().stream()
                        .anyMatch(r -> r.benefit().equals(((Tree.Leaf) of).text()) && counts(r.span()));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private boolean disabled() {
        Integer assessed = ability();
        return assessed == null ? has(Tag.DISABLED) : assessed >= 1;
    }

    private boolean severe(List<int[]> details) {
        for (int i = 0; i < details.size(); i++) {
            TagFact fact = person.tags().get(i);
            if (fact.tag() == Tag.HANDICAP && counts(fact.span()) && details.get(i)[Attribute.GRADE.ordinal()] <= 1) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWith(Tree of, List<int[]> details) {
        Tag tag = Tag.valueOf(text(of, "is", ""));
        for (int i = 0; i < details.size(); i++) {
            TagFact fact = person.tags().get(i);
            int[] known = details.get(i);
            if (fact.tag() == tag
                    && counts(fact.span())
                    && tag.attributes().stream().allMatch(a -> {
                        String wanted = text(of, a.key(), "");
                        return wanted.isEmpty()
                                || a.domain().get(known[a.ordinal()]).equals(wanted);
                    })) {
                return true;
            }
        }
        return false;
    }

    /** The value on the day in this world; null before the first; a bare leaf where nobody knows. */
    private @Nullable Tree inForce(List<Tree> values) {
        Tree found = null;
        LocalDate before = LocalDate.MIN;
        for (int i = 0; i < values.size(); i++) {
            Tree from =
                    Objects.requireNonNull(((Tree.Branch) values.get(i)).of().get("from"));
            LocalDate earliest = bound(from, true, before);
            LocalDate latest = bound(from, false, before);
            boolean begun =
                    !latest.isAfter(lastDayOfFacts()) || (!earliest.isAfter(lastDayOfFacts()) && startsBefore());
            if (begun) {
                found = values.get(i);
            } else if (i == 0 && from instanceof Tree.Branch && earliest.equals(LocalDate.MIN)) {
                return new Tree.Leaf(from.at(), Tree.Type.NULL, "");
            } else {
                return found;
            }
            before = latest;
        }
        return found;
    }

    private boolean startsBefore() {
        return missing(2) == 0;
    }

    private LocalDate lastDayOfFacts() {
        return lastDay;
    }

    private static LocalDate bound(Tree from, boolean first, LocalDate before) {
        if (from instanceof Tree.Branch) {
            String after = text(from, "after", "");
            String by = text(from, "by", text(from, "seen", ""));
            LocalDate known = before.equals(LocalDate.MIN) ? before : before.plusDays(1);
            LocalDate earliest =
                    after.isEmpty() ? known : LocalDate.parse(after).plusDays(1);
            return first ? earliest : LocalDate.parse(by);
        }
        String text = ((Tree.Leaf) from).text();
        return switch (text.length()) {
            case 4 -> LocalDate.parse(text + (first ? "-01-01" : "-12-31"));
            case 7 ->
                first ? YearMonth.parse(text).atDay(1) : YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    private long amount(Tree value, List<int[]> details) {
        Map<String, Tree> map = ((Tree.Branch) value).of();
        if (map.get("amount") instanceof Tree.Leaf flat) {
            return fen(flat.text());
        }
        if (map.get("bands") instanceof Tree.Items bands) {
            long amount = NOTHING;
            for (Tree band : bands.of()) {
                amount = age() >= Integer.parseInt(text(band, "from_age", "")) ? fen(text(band, "amount", "")) : amount;
            }
            return amount;
        }
        if (map.get("by_self_care") instanceof Tree.Branch levels) {
            return fen(text(levels, selfCare(), ""));
        }
        Tree.Items rows = (Tree.Items) Objects.requireNonNull(
                ((Tree.Branch) Objects.requireNonNull(map.get("table"))).of().get("rows"));
        for (int i = 0; i < details.size(); i++) {
            TagFact fact = person.tags().get(i);
            if (fact.tag() == Tag.EXTREME_HARDSHIP && counts(fact.span())) {
                String area = Attribute.AREA.domain().get(details.get(i)[Attribute.AREA.ordinal()]);
                for (Tree row : rows.of()) {
                    if (text(row, "area", "").equals(area)) {
                        return fen(text(row, "amount", ""));
                    }
                }
            }
        }
        return NOTHING;
    }

    private String selfCare() {
        for (TagFact fact : person.tags()) {
            if (fact.tag() == Tag.EXTREME_HARDSHIP && counts(fact.span())) {
                String tested = fact.attributes().get(Attribute.SELF_CARE);
                if (tested != null) {
                    return tested;
                }
            }
        }
        Integer assessed = ability();
        if (assessed != null && (assessed == 0 || assessed == 4)) {
            return assessed == 0 ? "FULL" : "NONE";
        }
        return Attribute.SELF_CARE.domain().get(missing(3));
    }

    private static long fen(String text) {
        return new java.math.BigDecimal(text).movePointRight(2).longValueExact();
    }

    private static String text(Tree map, String key, String otherwise) {
        return ((Tree.Branch) map).of().get(key) instanceof Tree.Leaf leaf ? leaf.text() : otherwise;
    }
}
