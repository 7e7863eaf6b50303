package org.sangyu.rules.schema;

import static org.sangyu.rules.schema.Shape.either;
import static org.sangyu.rules.schema.Shape.join;
import static org.sangyu.rules.schema.Shape.list;
import static org.sangyu.rules.schema.Shape.map;
import static org.sangyu.rules.schema.Shape.mapOf;
import static org.sangyu.rules.schema.Shape.number;
import static org.sangyu.rules.schema.Shape.oneOf;
import static org.sangyu.rules.schema.Shape.ordered;
import static org.sangyu.rules.schema.Shape.pattern;
import static org.sangyu.rules.schema.Shape.ref;
import static org.sangyu.rules.schema.Shape.some;
import static org.sangyu.rules.schema.Shape.truth;
import static org.sangyu.rules.schema.Shape.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.facts.Tag;
import org.sangyu.rules.packs.Compare;
import org.sangyu.rules.packs.ConflictRule;
import org.sangyu.rules.packs.Finding;
import org.sangyu.rules.packs.Goal;
import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.Period;
import org.sangyu.rules.packs.SourceKind;
import org.sangyu.rules.packs.Status;
import org.sangyu.rules.packs.Strength;
import org.sangyu.rules.packs.Unit;
import org.sangyu.rules.packs.Use;

/** The JSON Schemas (draft 2020-12) of the files of a pack, by the name of the file without its ending. */
public final class PackSchema {
    private static final int MAX_AGE = 150;
    private static final int MAX_LEVEL = 9;
    private static final Map<String, Object> TEXT = ordered("type", List.of("string", "number", "boolean"));
    private static final Map<String, Object> DAY = pattern("^\\d{4}-\\d{2}-\\d{2}$");
    private static final Map<String, Object> MONEY = pattern("^(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$");
    private static final Map<String, Object> COUNTED = pattern("^(0|[1-9]\\d{0,11})(\\.\\d{1,4})?$");

    private PackSchema() {}

    /** All schemas, in a fixed order; the same on every call. */
    public static Map<String, Map<String, Object>> all() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        all.put("pack", pack());
        all.put("documents", documents());
        all.put("vocabulary", vocabulary());
        all.put("settings", settings());
        all.put("benefit", map("status", dated(map("is!", words(Status.class))), "who", dated(condition())));
        all.put("amount", amount());
        all.put("groups", map("groups!", mapOf(dated(condition()))));
        all.put("conflicts", map("conflicts!", mapOf(dated(conflict()))));
        all.put("service-list", serviceList());
        all.put("values", values());
        all.put("targets", targets());
        all.put("findings", findings());
        all.replaceAll(PackSchema::whole);
        return all;
    }

    private static Map<String, Object> whole(String name, Map<String, Object> shape) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("title", "Sangyu policy pack: " + name + ".yaml");
        whole.putAll(shape);
        whole.put("$defs", ordered("when", when(), "words", map("zh!", TEXT, "en!", TEXT), "condition", conditions()));
        return whole;
    }

    private static Map<String, Object> when() {
        return either(
                oneOf(List.of("always")),
                number(1900, 2999),
                pattern("^\\d{4}(-\\d{2}(-\\d{2})?)?$"),
                map("after", DAY, "by!", DAY),
                map("seen!", DAY));
    }

    private static Map<String, Object> source() {
        return map("document!", TEXT, "clause!", TEXT);
    }

    /** A list of values, each with its days and its source beside its own keys. */
    private static Map<String, Object> dated(Map<String, Object> payload) {
        Map<String, Object> common = map(
                "from!", ref("when"),
                "to", ref("when"),
                "kind!", words(SourceKind.class),
                "source!", source(),
                "recorded", DAY,
                "confirmed", DAY,
                "id", TEXT,
                "contradicts", TEXT,
                "shown_first", truth(),
                "gap_declared", truth(),
                "note", TEXT);
        return list(join(common, payload));
    }

    private static Map<String, Object> condition() {
        return map("is!", ref("condition"));
    }

    private static Map<String, Object> conditions() {
        List<Object> types = new ArrayList<>();
        types.add(map("all!", some(ref("condition"))));
        types.add(map("any!", some(ref("condition"))));
        types.add(map("not!", ref("condition")));
        for (String yes : List.of("everyone", "economic_difficulty", "disabled", "severe_handicap", "in_institution")) {
            types.add(map(yes + "!", truth()));
        }
        types.add(map("age!", map("at_least", number(0, MAX_AGE), "below", number(0, MAX_AGE))));
        types.add(map("tag!", words(Tag.class)));
        for (Tag tag : Tag.values()) {
            types.add(map("tag!", closer(tag)));
        }
        types.add(map("ability!", map("at_least!", number(0, MAX_LEVEL), "instrument", TEXT)));
        types.add(map("ltci!", map("at_least!", number(0, MAX_LEVEL))));
        types.add(map("sex!", words(Sex.class)));
        types.add(map("receives!", TEXT));
        types.add(map("group!", TEXT));
        return ordered("anyOf", types);
    }

    private static Map<String, Object> closer(Tag tag) {
        Map<String, Object> shape = map("is!", oneOf(List.of(tag.name())));
        for (Attribute attribute : tag.attributes()) {
            shape = join(shape, map(attribute.key(), either(choice(attribute), some(choice(attribute)))));
        }
        return shape;
    }

    /** Digits may stand without quotes. */
    private static Map<String, Object> choice(Attribute attribute) {
        List<Object> values = new ArrayList<>(attribute.domain());
        attribute.domain().stream().filter(v -> v.matches("\\d")).forEach(v -> values.add(Integer.parseInt(v)));
        return ordered("enum", values);
    }

    private static Map<String, Object> amount() {
        Map<String, Object> row = map("amount!", MONEY);
        for (Attribute attribute : Attribute.values()) {
            row = join(row, map(attribute.key(), choice(attribute)));
        }
        Map<String, Object> payload = map(
                "amount", MONEY,
                "bands", some(map("from_age!", number(0, MAX_AGE), "amount!", MONEY)),
                "table",
                        map(
                                "tag!", words(Tag.class),
                                "by!",
                                        some(oneOf(Arrays.stream(Attribute.values())
                                                .map(Attribute::key)
                                                .toList())),
                                "rows!", some(row)),
                "by_self_care", map("FULL!", MONEY, "PARTIAL!", MONEY, "NONE!", MONEY),
                "at_least", truth());
        return map(
                "description!", ref("words"),
                "unit!", unit(),
                "use", words(Use.class),
                "strength", words(Strength.class),
                "values!", dated(payload),
                "reviewed!", map("on!", DAY, "by!", TEXT));
    }

    private static Map<String, Object> unit() {
        return oneOf(Arrays.stream(Unit.values()).map(Unit::code).toList());
    }

    private static Map<String, Object> pack() {
        return map(
                "region!",
                pattern("^(nation|\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$"),
                "name!",
                ref("words"),
                "status",
                TEXT,
                "maintainer",
                TEXT,
                "languages",
                list(TEXT),
                "licence",
                TEXT);
    }

    private static Map<String, Object> documents() {
        return map(
                "documents!",
                list(map(
                        "id!", TEXT,
                        "title!", ref("words"),
                        "number", TEXT,
                        "issuer!", ref("words"),
                        "issued", DAY,
                        "sha256", TEXT,
                        "in_hand!", truth(),
                        "note", TEXT)));
    }

    private static Map<String, Object> vocabulary() {
        return map(
                "benefits",
                        list(map(
                                "id!", TEXT,
                                "name!", ref("words"),
                                "kind!", words(Kind.class),
                                "unit!", unit(),
                                "period!", words(Period.class),
                                "residence!", TEXT)),
                "groups", list(map("id!", TEXT, "name!", ref("words"))),
                "received", list(map("id!", TEXT, "name!", ref("words"), "unit!", unit())));
    }

    private static Map<String, Object> settings() {
        return map(
                "settings!",
                list(map(
                        "key!", TEXT,
                        "name", ref("words"),
                        "values", list(TEXT),
                        "choices", list(TEXT),
                        "ground!", ref("words"))));
    }

    private static Map<String, Object> conflict() {
        return map("members!", some(TEXT), "rule!", words(ConflictRule.class), "administrator_confirmed!", truth());
    }

    private static Map<String, Object> serviceList() {
        Map<String, Object> item =
                map("id!", TEXT, "name!", ref("words"), "targets", list(TEXT), "contents", list(TEXT));
        return map("strength", words(Strength.class), "versions!", dated(map("items!", some(item))));
    }

    /** A figure, plain words, or a list. */
    private static Map<String, Object> content() {
        return map("items", some(TEXT), "compare", words(Compare.class), "value", TEXT, "up_to", COUNTED);
    }

    private static Map<String, Object> values() {
        List<String> uses = Arrays.stream(Use.values())
                .filter(use -> use != Use.DECIDES && use != Use.TARGET)
                .map(Enum::name)
                .toList();
        return map(
                "values!",
                list(map(
                        "key!", TEXT,
                        "name!", ref("words"),
                        "use!", oneOf(uses),
                        "unit!", TEXT,
                        "values!", dated(content()))));
    }

    private static Map<String, Object> targets() {
        Map<String, Object> goal = join(content(), map("attribute", words(Goal.Attribute.class)));
        return map(
                "targets!",
                list(map(
                        "key!", TEXT,
                        "name!", ref("words"),
                        "unit!", TEXT,
                        "baseline", dated(goal),
                        "goals", dated(goal))));
    }

    private static Map<String, Object> findings() {
        return map(
                "findings!",
                list(map(
                        "id!", TEXT,
                        "kind!", words(Finding.Kind.class),
                        "says!", some(source()),
                        "found!", ref("words"),
                        "handling!", ref("words"),
                        "about", list(TEXT))));
    }
}
