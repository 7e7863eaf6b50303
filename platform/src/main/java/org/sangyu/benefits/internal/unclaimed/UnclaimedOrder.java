package org.sangyu.benefits.internal.unclaimed;

/** How the list is sorted; rows that are equal in it stand by place and person. */
public enum UnclaimedOrder {
    PLACE("place", "u.place"),
    SINCE("since", "u.since nulls last, u.place"),
    SINCE_DOWN("-since", "u.since desc nulls last, u.place"),
    AMOUNT("amount", "u.fen nulls last, u.place"),
    AMOUNT_DOWN("-amount", "u.fen desc nulls last, u.place");

    private final String column;
    private final String sql;

    UnclaimedOrder(String column, String sql) {
        this.column = column;
        this.sql = sql;
    }

    /** As it stands in an address. */
    public String column() {
        return column;
    }

    String sql() {
        return sql;
    }
}
