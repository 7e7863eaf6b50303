package org.sangyu.rules.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of JSON Schema as plain maps and lists, ready to be written. */
final class Shape {
    private Shape() {}

    /** A map with these keys and no others; a key that ends in {@code !} must be there. */
    static Map<String, Object> map(Object... keysAndShapes) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (int i = 0; i < keysAndShapes.length; i += 2) {
            String key = (String) keysAndShapes[i];
            boolean needed = key.endsWith("!");
            String name = needed ? key.substring(0, key.length() - 1) : key;
            properties.put(name, keysAndShapes[i + 1]);
            if (needed) {
                required.add(name);
            }
        }
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("type", "object");
        shape.put("additionalProperties", false);
        shape.put("properties", properties);
        if (!required.isEmpty()) {
            shape.put("required", required);
        }
        return shape;
    }

    /** The first with the keys of the second added. */
    static Map<String, Object> join(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> joined = new LinkedHashMap<>(one);
        Map<String, Object> properties = new LinkedHashMap<>(properties(one));
        properties.putAll(properties(other));
        List<Object> required = new ArrayList<>(required(one));
        required.addAll(required(other));
        joined.put("properties", properties);
        joined.put("required", required);
        return joined;
    }

    @SuppressWarnings("unchecked") // made by map()
    private static Map<String, Object> properties(Map<String, Object> shape) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(shape.get("properties"));
    }

    @SuppressWarnings("unchecked") // made by map()
    private static List<Object> required(Map<String, Object> shape) {
        return (List<Object>) shape.getOrDefault("required", List.of());
    }

    /** A map whose keys are free. */
    static Map<String, Object> mapOf(Object shape) {
        return ordered("type", "object", "additionalProperties", shape);
    }

    static Map<String, Object> list(Object shape) {
        return ordered("type", "array", "items", shape);
    }

    static Map<String, Object> some(Object shape) {
        return ordered("type", "array", "items", shape, "minItems", 1);
    }

    static Map<String, Object> either(Object... shapes) {
        return ordered("anyOf", Arrays.asList(shapes));
    }

    static Map<String, Object> oneOf(List<String> words) {
        return ordered("enum", new ArrayList<>(words));
    }

    /** The constants of an enum, by name. */
    static <E extends Enum<E>> Map<String, Object> words(Class<E> type) {
        return oneOf(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    static Map<String, Object> number(int least, int most) {
        return ordered("type", "integer", "minimum", least, "maximum", most);
    }

    static Map<String, Object> pattern(String pattern) {
        return ordered("type", "string", "pattern", pattern);
    }

    static Map<String, Object> truth() {
        return ordered("type", "boolean");
    }

    /** Another part of the same schema. */
    static Map<String, Object> ref(String name) {
        return ordered("$ref", "#/$defs/" + name);
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
