package org.sangyu.rules.reading;

import java.util.List;
import java.util.Map;
import org.sangyu.rules.packs.Position;

/** A value as written in a file, with its place. */
public sealed interface Tree {

    /** Where it starts. */
    Position at();

    /** Keys and values in the order of the file. */
    record Branch(Position at, Map<String, Tree> of) implements Tree {}

    /** A list. */
    record Items(Position at, List<Tree> of) implements Tree {}

    /** A single value; {@code text} is as written, without quotes. */
    record Leaf(Position at, Type type, String text) implements Tree {}

    /** What a single value looks like. */
    enum Type {
        TEXT,
        PLAIN,
        NULL
    }
}
