package org.sangyu.benefits.internal.cycle;

/** Which rows of a long list: so many after so many left out. */
public record Slice(int offset, int limit) {

    /** A page counted from 1, with one row more than it shows, to see whether another page follows. */
    public static Slice page(int number, int size) {
        return new Slice((Math.max(1, number) - 1) * size, size + 1);
    }
}
