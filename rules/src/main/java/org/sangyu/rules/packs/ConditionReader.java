package org.sangyu.rules.packs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.facts.AbilityFact;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;

/** Reads a condition: a map with one key, which names its type. */
final class ConditionReader {
    private static final int MAX_AGE = 150;
    private static final String TYPES = "all, any, not, everyone, age, tag, economic_difficulty, disabled,"
            + " severe_handicap, in_institution, ability, ltci, sex, receives, group";

    private final Problems problems;

    ConditionReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    Condition read(@Nullable Tree tree) {
        Fields fields = Fields.of(tree, problems);
        if (fields == null) {
            return null;
        }
        if (fields.keys().size() != 1) {
            fields.add(
                    "CONDITION_NOT_ONE",
                    fields.at(),
                    "一个条件只能有一个键",
                    "A condition has exactly one key",
                    "用 all 或 any 把多个条件合起来",
                    "Join several with all or any");
            return null;
        }
        String type = fields.keys().getFirst();
        Condition condition =
                switch (type) {
                    case "all" -> all(fields);
                    case "any" -> any(fields);
                    case "not" -> not(fields);
                    case "everyone" -> yes(fields, type, new Condition.All(List.of()));
                    case "age" -> age(fields);
                    case "tag" -> tag(fields);
                    case "economic_difficulty" -> yes(fields, type, new Condition.EconomicDifficulty());
                    case "disabled" -> yes(fields, type, new Condition.Disabled());
                    case "severe_handicap" -> yes(fields, type, new Condition.SevereHandicap());
                    case "in_institution" -> yes(fields, type, new Condition.InInstitution());
                    case "ability" -> ability(fields);
                    case "ltci" -> ltci(fields);
                    case "sex" -> sex(fields);
                    case "receives" -> receives(fields);
                    case "group" -> group(fields);
                    default -> null;
                };
        if (!fields.keys().isEmpty() && condition == null && !TYPES.contains(type)) {
            fields.add(
                    "UNKNOWN_CONDITION",
                    fields.at(),
                    "不认识的条件“" + type + "”",
                    "The condition '" + type + "' is not known",
                    "可用的有 " + TYPES,
                    "Use one of " + TYPES);
        }
        return condition;
    }

    private @Nullable Condition all(Fields fields) {
        List<Condition> of = several(fields, "all");
        return of == null ? null : new Condition.All(of);
    }

    private @Nullable Condition any(Fields fields) {
        List<Condition> of = several(fields, "any");
        return of == null ? null : new Condition.Any(of);
    }

    private @Nullable List<Condition> several(Fields fields, String key) {
        List<Condition> conditions = new ArrayList<>();
        List<Tree> items = fields.items(key);
        for (Tree item : items) {
            Condition condition = read(item);
            if (condition == null) {
                return null;
            }
            conditions.add(condition);
        }
        if (items.isEmpty()) {
            fields.add(
                    "EMPTY_CONDITION", fields.at(), "“" + key + "”里没有条件", "'" + key + "' is empty", "写上条件", "Fill it");
            return null;
        }
        return conditions;
    }

    private @Nullable Condition not(Fields fields) {
        Condition of = read(fields.tree("not"));
        return of == null ? null : new Condition.Not(of);
    }

    private static Condition yes(Fields fields, String key, Condition condition) {
        return fields.truth(key, true) ? condition : new Condition.Not(condition);
    }

    private static @Nullable Condition age(Fields fields) {
        Fields age = fields.fields("age");
        if (age == null) {
            return null;
        }
        Integer atLeast = age.number("at_least", 0, MAX_AGE);
        Integer below = age.number("below", 0, MAX_AGE);
        age.done();
        if (atLeast == null && below == null) {
            age.add("NO_AGE", age.at(), "没有写年龄", "No age is given", "写 at_least 或 below", "Give at_least or below");
            return null;
        }
        return new Condition.Age(atLeast == null ? 0 : atLeast, below == null ? Condition.Age.OPEN : below);
    }

    private @Nullable Condition tag(Fields fields) {
        if (!(fields.tree("tag") instanceof Tree.Branch)) {
            Tag tag = fields.constant("tag", Tag.class);
            return tag == null ? null : new Condition.HasTag(tag, List.of());
        }
        Fields map = fields.fields("tag");
        Tag tag = map == null || !map.need("is") ? null : map.constant("is", Tag.class);
        if (map == null || tag == null) {
            return null;
        }
        List<Condition.Choice> choices = new ArrayList<>();
        for (Attribute attribute : tag.attributes()) {
            List<Integer> values = choice(map, attribute);
            if (!values.isEmpty()) {
                choices.add(new Condition.Choice(attribute, values));
            }
        }
        map.done();
        return new Condition.HasTag(tag, choices);
    }

    private static List<Integer> choice(Fields map, Attribute attribute) {
        String key = attribute.key();
        List<String> words;
        if (map.tree(key) instanceof Tree.Items) {
            words = map.texts(key);
        } else {
            String word = map.text(key);
            words = word == null ? List.of() : List.of(word);
        }
        List<Integer> values = new ArrayList<>();
        for (String word : words) {
            int index = attribute.indexOf(word);
            if (index < 0) {
                map.add(
                        "UNKNOWN_WORD",
                        map.at(key),
                        "不认识“" + word + "”",
                        "'" + word + "' is not known here",
                        "可用的有 " + attribute.domain(),
                        "Use one of " + attribute.domain());
            } else {
                values.add(index);
            }
        }
        return values;
    }

    private static @Nullable Condition ability(Fields fields) {
        Fields map = fields.fields("ability");
        if (map == null) {
            return null;
        }
        Integer least = map.need("at_least") ? map.number("at_least", 0, 9) : null;
        String instrument = map.text("instrument");
        map.done();
        return least == null
                ? null
                : new Condition.Ability(instrument == null ? AbilityFact.GBT_42195_2022 : instrument, least);
    }

    private static @Nullable Condition ltci(Fields fields) {
        Fields map = fields.fields("ltci");
        Integer least = map == null || !map.need("at_least") ? null : map.number("at_least", 0, 9);
        if (map != null) {
            map.done();
        }
        return least == null ? null : new Condition.Ltci(least);
    }

    private static @Nullable Condition sex(Fields fields) {
        Sex sex = fields.constant("sex", Sex.class);
        return sex == null ? null : new Condition.IsSex(sex);
    }

    private static @Nullable Condition receives(Fields fields) {
        String benefit = fields.text("receives");
        return benefit == null ? null : new Condition.Receives(benefit);
    }

    private static @Nullable Condition group(Fields fields) {
        String group = fields.text("group");
        return group == null ? null : new Condition.InGroup(group);
    }
}
