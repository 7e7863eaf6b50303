package org.sangyu.rules.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import org.sangyu.rules.Decider;
import org.sangyu.rules.Question;
import org.sangyu.rules.packs.PackSet;

/** {@code decide} and {@code groups}. */
record AnswerCommand(Options options, What what) implements Command {

    /** What is asked for. */
    enum What {
        DECISIONS,
        GROUPS
    }

    @Override
    public int run(OutputStream out, PrintStream errors, Clock clock) throws IOException {
        PeopleFile people = PeopleFile.open(options.facts());
        PackSet packs = Installation.packs(options.packs());
        people.check();
        Installation.warn(packs, errors);
        if (packs.layers(options.region(), options.draft()).size() < 2) {
            errors.println("提示：没有 " + options.region() + " 的政策标准，只按全国层判定。");
            errors.println("Note: no pack for " + options.region() + "; only the nation's layer counts.");
        }
        Question question =
                new Question(options.region(), options.month(), options.asOf(), options.draft(), LocalDate.now(clock));
        Decider decider = Decider.of(packs, question);
        try (Answer answer = options.text() ? new TextAnswer(out) : new JsonAnswer(out)) {
            people.forEach(person -> {
                if (what == What.DECISIONS) {
                    answer.decisions(person.id(), decider.decide(person));
                } else {
                    answer.groups(person.id(), decider.groups(person));
                }
            });
        }
        return 0;
    }
}
