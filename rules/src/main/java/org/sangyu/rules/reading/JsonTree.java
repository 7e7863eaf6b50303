package org.sangyu.rules.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.packs.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Builds a tree of one JSON value from a parser, so that a long file needs the memory of one person only. */
public final class JsonTree {
    private final String file;
    private final JsonParser parser;
    private final Problems problems;

    /** Reads from this parser; {@code file} names it in problems. */
    public JsonTree(String file, JsonParser parser, Problems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /** The value at whose first token the parser stands; leaves the parser at its last. */
    public Tree value(String path) {
        Position at = at(path);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return branch(at, path);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(at, path);
        }
        if (token == JsonToken.VALUE_NULL) {
            return new Tree.Leaf(at, Tree.Type.NULL, "");
        }
        Tree.Type type = token == JsonToken.VALUE_STRING ? Tree.Type.TEXT : Tree.Type.PLAIN;
        return new Tree.Leaf(at, type, parser.getString());
    }

    private Tree branch(Position at, String path) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String step = path.isEmpty() ? key : path + "." + key;
            Position keyAt = at(step);
            parser.nextToken();
            Tree value = value(step);
            if (entries.putIfAbsent(key, value) != null) {
                problems.add(
                        "DUPLICATE_KEY",
                        keyAt,
                        new Text("键“" + key + "”重复", "The key '" + key + "' stands twice"),
                        new Text("删去其中一个", "Remove one"));
            }
        }
        return new Tree.Branch(at, entries);
    }

    private Tree items(Position at, String path) {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]"));
        }
        return new Tree.Items(at, items);
    }

    /** Where the parser stands. */
    public Position at(String path) {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Position(file, location.getLineNr(), location.getColumnNr(), path);
    }
}
