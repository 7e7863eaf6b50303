package org.sangyu.rules.packs;

/**
 * A place in a file.
 *
 * @param file path inside the packs folder, with slashes; or the name of a facts file
 * @param line counted from 1; 0 for the file as a whole
 * @param column counted from 1; 0 for the line as a whole
 * @param path keys and indexes from the top, for instance {@code people[0].tags[1].from}; empty at the top
 */
public record Position(String file, int line, int column, String path) {

    /** The file as a whole. */
    public static Position of(String file) {
        return new Position(file, 0, 0, "");
    }

    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return path.isEmpty() ? place : place + " (" + path + ")";
    }
}
