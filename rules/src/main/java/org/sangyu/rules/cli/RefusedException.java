package org.sangyu.rules.cli;

import java.util.List;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.packs.Problem;
import org.sangyu.rules.packs.Text;

/** The arguments or the facts are wrong; carries everything that is. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedException(List<Problem> problems) {
        super(problems.isEmpty() ? "refused" : problems.getFirst().line("en"));
        this.problems = List.copyOf(problems);
    }

    static RefusedException argument(String zh, String en, String todoZh, String todoEn) {
        return new RefusedException(
                List.of(new Problem("ARGUMENT", Position.of("sangyu"), new Text(zh, en), new Text(todoZh, todoEn))));
    }

    List<Problem> problems() {
        return problems;
    }
}
