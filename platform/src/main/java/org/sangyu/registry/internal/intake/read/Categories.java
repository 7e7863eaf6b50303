package org.sangyu.registry.internal.intake.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sangyu.registry.internal.intake.sheet.SheetCell;

/** Reads 人员类别: several words in one cell, each a tag and perhaps what it says besides. */
public final class Categories {

    private static final Map<String, String> WORDS = load("categories");
    private static final Map<String, String> LIVING = load("living");

    private Categories() {}

    /**
     * A category that a person belongs to.
     *
     * @param tag code of the tag
     * @param attributes what the word says besides, sorted by key
     */
    public record Tag(String tag, Map<String, String> attributes) {
        /** Copies the attributes. */
        public Tag {
            attributes = new TreeMap<>(attributes);
        }
    }

    /** The tags of a cell, each once; words about one tag are taken together, an unknown word is refused. */
    public static Reading<List<Tag>> read(SheetCell cell) {
        Map<String, Map<String, String>> tags = new TreeMap<>();
        for (String word : Typed.text(cell).split("[、,，;；/+|\\s]+")) {
            String key = Lexicon.key(word);
            if (key.isEmpty()) {
                continue;
            }
            if (key.equals("重残") || key.equals("重度残疾") || key.equals("重残老人")) {
                return Reading.wrong("handicapGrade");
            }
            String meaning = WORDS.get(key);
            if (meaning == null) {
                return Reading.wrong("categoryUnknown", word);
            }
            if (!meaning.equals("-")) {
                add(tags, meaning);
            }
        }
        if (tags.isEmpty()) {
            return Reading.blank();
        }
        List<Tag> read = new ArrayList<>();
        tags.forEach((tag, attributes) -> read.add(new Tag(tag, attributes)));
        return Reading.value(read);
    }

    /** How the person lives, as the code of the household table. */
    public static Reading<String> living(SheetCell cell) {
        String key = Lexicon.key(Typed.text(cell));
        if (key.isEmpty()) {
            return Reading.blank();
        }
        String arrangement = LIVING.get(key);
        return arrangement == null ? Reading.wrong("livingUnknown", Typed.text(cell)) : Reading.value(arrangement);
    }

    /** An ability level 0 to 4, as a digit or in the words of GB/T 42195-2022. */
    public static Reading<Integer> ability(SheetCell cell) {
        String text = Typed.text(cell).replace(" ", "").replaceAll("级$", "");
        return switch (text) {
            case "" -> Reading.blank();
            case "0", "能力完好" -> Reading.value(0);
            case "1", "一", "轻度失能", "能力轻度受损" -> Reading.value(1);
            case "2", "二", "中度失能", "能力中度受损" -> Reading.value(2);
            case "3", "三", "重度失能", "能力重度受损" -> Reading.value(3);
            case "4", "四", "完全失能", "能力完全丧失" -> Reading.value(4);
            default -> Reading.wrong("abilityShape", text);
        };
    }

    private static void add(Map<String, Map<String, String>> tags, String meaning) {
        String[] parts = meaning.split(" ");
        Map<String, String> attributes = tags.computeIfAbsent(parts[0], tag -> new TreeMap<>());
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            attributes.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
    }

    private static Map<String, String> load(String name) {
        Map<String, String> words = new HashMap<>();
        Lexicon.read(name).forEach((word, meaning) -> words.put(Lexicon.key(word), meaning));
        return words;
    }
}
