package org.sangyu.benefits.web.cycle;

import java.util.List;

/** One cycle, ready to show. */
public record CycleView(
        String href,
        String title,
        String sub,
        String rowVersion,
        boolean released,
        boolean frozen,
        String waits,
        List<Step> steps,
        List<Figure> figures,
        List<Action> actions,
        List<News> news,
        List<String> compared,
        Changes changes,
        List<History> history) {

    /** Copies the lists. */
    public CycleView {
        steps = List.copyOf(steps);
        figures = List.copyOf(figures);
        actions = List.copyOf(actions);
        news = List.copyOf(news);
        compared = List.copyOf(compared);
        history = List.copyOf(history);
    }

    /** A state on the way, with who brought it there. */
    public record Step(String name, String who, boolean done, boolean current) {}

    /**
     * What this desk can do now, or the reason why it cannot.
     *
     * @param verb last part of the address the form posts to
     * @param why empty when it can be done
     * @param href where the reason can be cleared away, empty for nowhere in particular
     * @param note true when a reason is to be typed
     * @param ask question asked once before it is done; empty for none
     */
    public record Action(
            String verb, String name, String why, String href, boolean note, String ask, boolean primary) {}

    /** Something learned after freezing. */
    public record News(String name, String href, String benefit, String what) {}

    /** Differences from last month by township. */
    public record Changes(String against, List<ChangeRow> rows, ChangeRow sum) {
        /** Copies the rows. */
        public Changes {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One township's row of the differences.
     *
     * @param path of the township, empty for the sum
     */
    public record ChangeRow(
            String township,
            String path,
            String added,
            String addedFen,
            String changed,
            String changedFen,
            String ended,
            String endedFen,
            String same) {}

    /** One thing about the cycle, as a page showed it and as it is now. */
    public record Stale(String label, String shown, String now) {}

    /** What somebody did. */
    public record History(String at, String what, String who, String version, String note) {}
}
