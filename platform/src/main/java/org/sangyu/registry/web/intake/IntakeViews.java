package org.sangyu.registry.web.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.Intake;
import org.sangyu.registry.internal.intake.IntakeLine.Kind;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts imports into words. */
@Component
class IntakeViews {

    /** Rows that a department may list; which of its people are registered is not among them. */
    static final Set<Kind> OF_A_DEPARTMENT = EnumSet.of(Kind.TAKEN, Kind.REFUSED, Kind.PARKED, Kind.REMARKED);

    private static final int WITHOUT_EFFECT = 4;
    private static final int MINUTE = 60;

    private final Clock clock;

    IntakeViews(Clock clock) {
        this.clock = clock;
    }

    /** An import in a list of imports. */
    IntakeView of(Intake intake, Words words) {
        return of(intake, 0, words);
    }

    /** With how many of the people taken stand at their township until somebody names the village. */
    IntakeView of(Intake intake, long withoutVillage, Words words) {
        return new IntakeView(
                intake.id().toString(),
                intake.file().name(),
                listed(intake, words),
                tone(intake.state()),
                words.say("intake.state." + intake.state()),
                intake.by().person(),
                Formats.instant(intake.at().uploaded()),
                intake.state() == Intake.State.RUNNING,
                figures(intake, withoutVillage, words),
                notes(intake, words),
                warning(intake, words),
                intake.state() != Intake.State.RUNNING
                        && intake.counts().refused() + intake.counts().parked() > 0);
    }

    /** What kind of list; of a department, whose. */
    private static String listed(Intake intake, Words words) {
        String source = intake.by().deliverer().source();
        String template = words.say("intake.template." + intake.template());
        return source.isEmpty() ? template : words.say("intake.template.of", words.say("registry.source." + source));
    }

    private static String tone(Intake.State state) {
        return switch (state) {
            case UPLOADED -> "off";
            case RUNNING -> "wait";
            case DONE -> "ok";
            case REFUSED -> "bad";
        };
    }

    private static List<IntakeView.Figure> figures(Intake intake, long withoutVillage, Words words) {
        Intake.Counts counts = intake.counts();
        String rows = "/imports/" + intake.id() + "/rows?kind=";
        List<IntakeView.Figure> figures = new ArrayList<>(List.of(
                new IntakeView.Figure(Formats.count(counts.rows()), words.say("intake.result.rows"), null, false),
                figure(counts.taken(), words.say("intake.result.taken"), rows + Kind.TAKEN, false),
                figure(counts.refused(), words.say("intake.result.refused"), rows + Kind.REFUSED, false),
                figure(counts.parked(), words.say("intake.result.parked"), rows + Kind.PARKED, false),
                figure(counts.created(), words.say("intake.result.created"), rows + Kind.CREATED, true),
                figure(counts.changed(), words.say("intake.result.changed"), rows + Kind.CHANGED, true),
                figure(counts.same(), words.say("intake.result.same"), rows + Kind.SAME, true)));
        if (!CurrentDesk.get().department().isEmpty()) {
            return figures.subList(0, WITHOUT_EFFECT);
        }
        if (withoutVillage > 0) {
            figures.add(new IntakeView.Figure(
                    Formats.countUpToThousand(withoutVillage),
                    words.say("intake.result.withoutVillage"),
                    "/imports/parked?reason=VILLAGE",
                    true));
        }
        return figures;
    }

    private static IntakeView.Figure figure(long count, String label, String href, boolean part) {
        return new IntakeView.Figure(Formats.count(count), label, count == 0 ? null : href, part);
    }

    private List<String> notes(Intake intake, Words words) {
        List<String> notes = new ArrayList<>();
        Intake.Counts counts = intake.counts();
        Instant begun = intake.at().begun();
        if (begun != null) {
            Instant ended = intake.at().ended();
            Duration took = Duration.between(begun, ended == null ? clock.instant() : ended);
            if (ended == null) {
                long rate = counts.rows() / Math.max(1, took.toSeconds());
                notes.add(words.say("intake.result.rate", Formats.count(counts.rows()), Formats.count(rate)));
            } else {
                notes.add(words.say("intake.result.took", span(took, words)));
            }
        }
        if (counts.skipped() > 0) {
            notes.add(words.say("intake.result.skipped", Formats.count(counts.skipped())));
        }
        if (counts.hidden() > 0) {
            notes.add(words.say("intake.result.hidden", Formats.count(counts.hidden())));
        }
        if (intake.state() == Intake.State.DONE && counts.created() + counts.changed() == 0) {
            notes.add(words.say("intake.result.none"));
        }
        return notes;
    }

    private static String span(Duration took, Words words) {
        return took.toSeconds() < MINUTE
                ? words.say("intake.result.seconds", String.valueOf(Math.max(1, took.toSeconds())))
                : words.say(
                        "intake.result.minutes",
                        String.valueOf(took.toMinutes()),
                        String.valueOf(took.toSecondsPart()));
    }

    private static @Nullable String warning(Intake intake, Words words) {
        Intake.Why why = intake.why();
        if (why == null) {
            return null;
        }
        String sentence =
                words.say("intake.file." + why.reason(), why.arguments().toArray());
        return words.say(
                intake.counts().rows() == 0 ? "intake.result.refusedFile" : "intake.result.refusedPartly", sentence);
    }
}
