package org.sangyu.policy.web.simulation;

import java.util.List;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Pager;

/** What the pages of simulation show. */
public final class SimulationView {

    private SimulationView() {}

    /** The list. */
    public record Listed(boolean maySimulate, List<Line> rows) {}

    /** One simulation on the list. */
    public record Line(
            String href,
            String name,
            String about,
            String place,
            String span,
            String gains,
            String loses,
            String by,
            boolean shared,
            String tone,
            String state) {}

    /**
     * The form of a new one.
     *
     * @param problems what the loader says about an uploaded folder, with file and line
     */
    public record Form(
            String place,
            List<Source> sources,
            String first,
            String last,
            String name,
            FormErrors errors,
            List<String> problems) {}

    /** One region whose values can be taken. */
    public record Source(String code, String name, String benefits, boolean chosen) {}

    /**
     * A result.
     *
     * @param answer the question's answer in one sentence
     * @param running true while it is being computed; then {@code job} is where its progress stands
     */
    public record Result(
            String id,
            String name,
            String sub,
            String answer,
            boolean running,
            String job,
            List<Figure> figures,
            List<Chip> by,
            List<Option> benefits,
            String dimension,
            String keyHead,
            String chartTitle,
            List<Bar> bars,
            List<Row> rows,
            boolean lastMonthHeads,
            boolean mine,
            boolean shared,
            String book) {}

    /** A large number that may open down. */
    public record Figure(String number, String label, String href) {}

    /**
     * Two bars from zero, widths in thousandths of the longest.
     *
     * @param beforeText money in ten thousand yuan
     */
    public record Bar(String label, int before, int after, String beforeText, String afterText) {}

    /** One row of the table behind the chart. */
    public record Row(
            String key,
            String beforeHeads,
            String afterHeads,
            String before,
            String after,
            String more,
            String open,
            boolean sum) {}

    /** Who gains or loses. */
    public record People(
            String title,
            String result,
            String name,
            List<Chip> sides,
            List<Chip> benefits,
            List<Person> rows,
            Pager pager,
            String empty) {}

    /** One person. */
    public record Person(
            String name,
            String href,
            String place,
            String benefit,
            String from,
            String before,
            String after,
            String more) {}

    /**
     * Amounts to edit.
     *
     * @param from id of the simulation they come from; empty for the standards in force
     */
    public record Edit(String from, String sub, List<Amounts> benefits, FormErrors errors) {}

    /** One benefit; with bands each line has an age, and the last, empty one adds a band. */
    public record Amounts(String name, String unit, boolean bands, List<Amount> lines) {}

    /** One amount. */
    public record Amount(String field, String label, String age, String amount) {}
}
