package org.sangyu.crash;

import java.util.Set;
import java.util.TreeSet;

/** What has left the house: it may only become more, whatever crashes. */
final class Sent {

    private static final String ALL = """
        select concat_ws(' ', 'file', id, sha256, lines, fen, sent_at) from benefits.pay_file where sent_at is not null
        union all
        select concat_ws(' ', o.reference, o.file, o.line, o.fen, o.account, o.attempt) from benefits.pay_order o
            join benefits.pay_file f on f.id = o.file where f.sent_at is not null\
        """;

    private final String url;
    private Set<String> before = Set.of();

    Sent(String url) {
        this.url = url;
    }

    /** What was there the last time and is gone or other now. */
    Set<String> lost() {
        Set<String> now = new TreeSet<>(Halves.texts(url, ALL));
        Set<String> lost = new TreeSet<>(before);
        lost.removeAll(now);
        before = now;
        return lost;
    }
}
