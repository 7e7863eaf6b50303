package org.sangyu.registry.internal.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.registry.internal.intake.read.Problem;
import org.sangyu.ui.Words;

/** Says in words what is wrong with a row, the column first. */
public final class Sentences {

    private Sentences() {}

    /** All problems as one text; empty for none. */
    public static String of(List<Problem> problems, Words words) {
        return problems.stream()
                .map(problem -> of(problem, words))
                .collect(Collectors.joining(words.say("intake.between")));
    }

    /** One problem; a reason that another module gave keeps that module's words. */
    public static String of(Problem problem, Words words) {
        String key = problem.why().contains(".") ? problem.why() : "intake.why." + problem.why();
        String sentence = words.say(key, problem.arguments().toArray());
        return problem.heading() == Heading.IGNORED
                ? sentence
                : words.say("intake.about", words.say("intake.heading." + problem.heading()), sentence);
    }
}
