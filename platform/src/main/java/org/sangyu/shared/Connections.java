package org.sangyu.shared;

/**
 * How many jobs and listeners may work at once, so that whoever holds connections to the database is always given the one
 * more that it needs.
 *
 * <p>Pages hold one and give it back soon. A job or a listener takes a second while it holds the first; were all
 * connections held by such, each would wait for the others until it gave up.
 *
 * @param pool connections of this process, at least {@link #LEAST}
 */
public record Connections(int pool) {

    /** With fewer a job beside a listener could wait for ever. */
    public static final int LEAST = 8;

    /** A job holds at most so many: what it writes to, a reading, one more reading beside it, its progress. */
    static final int OF_A_JOB = 4;

    /** A listener holds at most so many: what marks the event as heard, and what it does. */
    static final int OF_A_LISTENER = 2;

    /** @throws IllegalArgumentException when there are too few */
    public Connections {
        if (pool < LEAST) {
            throw new IllegalArgumentException("sangyu.db.pool is " + pool + ", at least " + LEAST + " are needed");
        }
    }

    /** Jobs at once; together they hold at most half of all. */
    public int jobs() {
        return pool / (2 * OF_A_JOB);
    }

    /** Listeners at once; together they hold at most half of all. */
    public int listeners() {
        return pool / (2 * OF_A_LISTENER);
    }
}
