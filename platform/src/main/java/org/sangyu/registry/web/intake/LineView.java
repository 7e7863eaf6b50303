package org.sangyu.registry.web.intake;

import org.sangyu.registry.internal.intake.IntakeLine;
import org.sangyu.registry.internal.intake.Sentences;
import org.sangyu.ui.Words;

/**
 * A row in words.
 *
 * @param number line of the file
 * @param name as read
 * @param tone of its badge
 * @param outcome what came of it
 * @param why reasons or remarks
 * @param href of the person's page, or empty
 */
public record LineView(int number, String name, String tone, String outcome, String why, String href) {

    static LineView of(IntakeLine line, Words words) {
        String tone =
                switch (line.outcome()) {
                    case TAKEN -> "ok";
                    case REFUSED -> "bad";
                    case PARKED -> "warn";
                };
        return new LineView(
                line.number(),
                line.name(),
                tone,
                words.say("intake.answer." + line.outcome()),
                Sentences.of(line.problems(), words),
                line.elder() == null ? "" : "/elders/" + line.elder());
    }
}
