package org.sangyu.rules.engine;

/** Three values in an order that makes 'and' the smaller, 'or' the greater and 'not' the distance from {@link #YES}. */
final class Truth {
    static final int NO = 0;
    static final int UNKNOWN = 1;
    static final int YES = 2;

    private Truth() {}

    static int of(boolean value) {
        return value ? YES : NO;
    }
}
