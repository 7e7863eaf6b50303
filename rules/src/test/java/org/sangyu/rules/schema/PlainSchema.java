package org.sangyu.rules.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sangyu.rules.reading.Tree;

/** Checks a tree against the few words of JSON Schema that ours use; any other word is refused, so that none is silent. */
final class PlainSchema {
    private static final List<String> KNOWN = List.of(
            "$schema",
            "title",
            "$defs",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "enum",
            "pattern",
            "minimum",
            "maximum",
            "anyOf",
            "$ref");

    private final Map<String, Object> root;

    PlainSchema(Map<String, Object> root) {
        this.root = root;
    }

    /** Where it does not fit; empty when it does. */
    List<String> faults(Tree tree) {
        List<String> faults = new ArrayList<>();
        check(root, tree, faults);
        return faults;
    }

    private void check(Map<String, Object> shape, Tree tree, List<String> faults) {
        if (!KNOWN.containsAll(shape.keySet())) {
            throw new IllegalArgumentException("Unknown words in " + shape.keySet());
        }
        if (shape.get("$ref") instanceof String ref) {
            check(map(map(root.get("$defs")).get(ref.substring("#/$defs/".length()))), tree, faults);
            return;
        }
        if (shape.get("anyOf") instanceof List<?> any && any.stream().noneMatch(one -> fits(map(one), tree))) {
            faults.add(tree.at() + " fits nothing");
        }
        if (shape.containsKey("enum") && !(tree instanceof Tree.Leaf)) {
            faults.add(tree.at() + " is no word");
        }
        if (shape.get("type") != null && types(tree).stream().noneMatch(t -> isType(shape.get("type"), t))) {
            faults.add(tree.at() + " is no " + shape.get("type"));
            return;
        }
        switch (tree) {
            case Tree.Branch branch -> branch(shape, branch, faults);
            case Tree.Items items -> items(shape, items, faults);
            case Tree.Leaf leaf -> leaf(shape, leaf, faults);
        }
    }

    private boolean fits(Map<String, Object> shape, Tree tree) {
        List<String> faults = new ArrayList<>();
        check(shape, tree, faults);
        return faults.isEmpty();
    }

    private void branch(Map<String, Object> shape, Tree.Branch branch, List<String> faults) {
        Map<String, Object> properties = shape.containsKey("properties") ? map(shape.get("properties")) : Map.of();
        branch.of().forEach((key, value) -> {
            Object own = properties.getOrDefault(key, shape.getOrDefault("additionalProperties", true));
            if (own instanceof Map<?, ?> inner) {
                check(map(inner), value, faults);
            } else if (Boolean.FALSE.equals(own)) {
                faults.add(value.at() + " unknown key " + key);
            }
        });
        if (shape.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(key -> !branch.of().containsKey(key))
                    .forEach(key -> faults.add(branch.at() + " lacks " + key));
        }
    }

    private void items(Map<String, Object> shape, Tree.Items items, List<String> faults) {
        if (shape.get("minItems") instanceof Integer least && items.of().size() < least) {
            faults.add(items.at() + " is empty");
        }
        if (shape.get("items") instanceof Map<?, ?> inner) {
            items.of().forEach(item -> check(map(inner), item, faults));
        }
    }

    private static void leaf(Map<String, Object> shape, Tree.Leaf leaf, List<String> faults) {
        if (shape.get("enum") instanceof List<?> words
                && words.stream().noneMatch(w -> String.valueOf(w).equals(leaf.text()))) {
            faults.add(leaf.at() + " unknown word " + leaf.text());
        }
        if (shape.get("pattern") instanceof String pattern && !leaf.text().matches(pattern)) {
            faults.add(leaf.at() + " does not match " + pattern);
        }
        if (shape.get("minimum") instanceof Integer least
                && shape.get("maximum") instanceof Integer most
                && (!leaf.text().matches("-?\\d{1,9}")
                        || Integer.parseInt(leaf.text()) < least
                        || Integer.parseInt(leaf.text()) > most)) {
            faults.add(leaf.at() + " is out of range");
        }
    }

    private static boolean isType(Object type, String found) {
        return type instanceof List<?> several ? several.contains(found) : found.equals(type);
    }

    /** As an editor sees it: a plain scalar may be a number or a word of truth, in quotes it is a string. */
    private static List<String> types(Tree tree) {
        return switch (tree) {
            case Tree.Branch _ -> List.of("object");
            case Tree.Items _ -> List.of("array");
            case Tree.Leaf leaf when leaf.type() == Tree.Type.TEXT -> List.of("string");
            case Tree.Leaf leaf when leaf.text().matches("-?\\d+") -> List.of("integer", "number");
            case Tree.Leaf leaf when leaf.text().matches("-?\\d+\\.\\d+") -> List.of("number");
            case Tree.Leaf leaf when leaf.text().matches("true|false") -> List.of("boolean");
            case Tree.Leaf leaf when leaf.type() == Tree.Type.NULL -> List.of("null");
            case Tree.Leaf _ -> List.of("string");
        };
    }

    @SuppressWarnings("unchecked") // schemas are made of such maps
    private static Map<String, Object> map(Object shape) {
        return (Map<String, Object>) Objects.requireNonNull(shape);
    }
}
