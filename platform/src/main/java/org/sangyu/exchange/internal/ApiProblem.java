package org.sangyu.exchange.internal;

import java.util.List;
import org.sangyu.rules.packs.Problem;
import org.sangyu.rules.packs.Text;

/**
 * Why a request is not answered, as RFC 9457 puts it.
 *
 * @param code last part of its type, never changed once published
 * @param what the whole of it in one sentence
 * @param problems what is wrong, where, and what to do; never empty
 */
public record ApiProblem(int status, String code, Text what, List<Problem> problems) {

    /** Copies the problems. */
    public ApiProblem {
        problems = List.copyOf(problems);
    }
}
