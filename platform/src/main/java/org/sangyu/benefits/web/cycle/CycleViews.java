package org.sangyu.benefits.web.cycle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleFigures;
import org.sangyu.benefits.internal.cycle.CycleMoves;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.CycleState;
import org.sangyu.benefits.internal.cycle.CycleStep;
import org.sangyu.benefits.internal.cycle.CycleVerb;
import org.sangyu.benefits.internal.cycle.Differences;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.benefits.web.ByWhom;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Money;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Component;

/** Makes one cycle ready to show. */
@Component
class CycleViews {

    private final CycleReader reader;
    private final CycleFigures figures;
    private final Differences differences;
    private final BenefitNames names;
    private final LastCompared compared;

    CycleViews(
            CycleReader reader,
            CycleFigures figures,
            Differences differences,
            BenefitNames names,
            LastCompared compared) {
        this.compared = compared;
        this.reader = reader;
        this.figures = figures;
        this.differences = differences;
        this.names = names;
    }

    CycleView of(Cycle cycle, Page page) {
        Scope scope = CurrentDesk.get().scope();
        List<CycleStep> steps = reader.steps(cycle.id());
        String href = "/cycles/" + cycle.id();
        boolean unfrozen = cycle.state() == CycleState.OPEN || cycle.state() == CycleState.COMPUTED;
        LastCompared.Said last = unfrozen ? compared.of(cycle.county(), page) : LastCompared.Said.NOTHING;
        return new CycleView(
                href,
                page.say("cycles.cycle.title", String.valueOf(cycle.number()), cycle.months()),
                names.place(cycle.county().path()) + " · "
                        + names.joined(
                                cycle.county(), cycle.benefits(), page.words().language()),
                String.valueOf(cycle.rowVersion()),
                cycle.state().isReleased(),
                cycle.state().isFrozen(),
                page.say("cycles.cycle.waits." + cycle.state()),
                steps(cycle, steps, page),
                cycle.state() == CycleState.OPEN ? List.of() : figures(cycle, scope, href, page),
                actions(cycle, last, page),
                cycle.state() == CycleState.APPROVED || cycle.state() == CycleState.AUTHORISED
                        ? news(cycle, page)
                        : List.of(),
                last.lines(),
                cycle.state() == CycleState.OPEN
                        ? new CycleView.Changes("", List.of(), blank(""))
                        : changes(cycle, scope, page),
                history(steps, page));
    }

    /** The cycle as the page showed it and as it is now; each step made one row version. */
    List<CycleView.Stale> stale(Cycle now, int shown, Page page) {
        List<CycleStep> steps = reader.steps(now.id());
        int before = Math.max(0, Math.min(shown - 1, steps.size()));
        CycleState then = before == 0 ? CycleState.OPEN : steps.get(before - 1).to();
        return List.of(
                new CycleView.Stale(
                        page.say("cycles.state"),
                        page.say("cycles.cycle.state." + then),
                        page.say("cycles.cycle.state." + now.state())),
                new CycleView.Stale(
                        page.say("cycles.stale.last"),
                        before == 0 ? "–" : said(steps.get(before - 1), page),
                        steps.isEmpty() ? "–" : said(steps.getLast(), page)));
    }

    private static String said(CycleStep step, Page page) {
        return page.say("cycles.cycle.verb." + step.verb()) + " · " + step.name() + " " + Formats.instant(step.at());
    }

    private static List<CycleView.Step> steps(Cycle cycle, List<CycleStep> done, Page page) {
        Map<CycleState, String> who = new LinkedHashMap<>();
        for (CycleStep step : done) {
            if (step.verb() == CycleVerb.RETURN) {
                who.clear();
            } else if (step.from() != step.to() || step.verb() == CycleVerb.COMPUTE) {
                who.put(step.to(), step.name() + " " + Formats.instant(step.at()));
            }
        }
        List<CycleView.Step> views = new ArrayList<>();
        for (CycleState state : CycleState.values()) {
            views.add(new CycleView.Step(
                    page.say("cycles.cycle.state." + state),
                    who.getOrDefault(state, ""),
                    state.compareTo(cycle.state()) < 0,
                    state == cycle.state()));
        }
        return views;
    }

    private List<Figure> figures(Cycle cycle, Scope scope, String href, Page page) {
        CycleFigures.Whole whole = figures.whole(cycle, scope);
        List<Figure> list = new ArrayList<>();
        String lines = href + "/lines?show=";
        list.add(new Figure(Formats.count(whole.people()), page.say("cycles.figure.people"), lines + "PAYABLE"));
        list.add(new Figure(Formats.count(whole.payLines()), page.say("cycles.figure.lines"), lines + "PAYABLE"));
        list.add(new Figure(yuan(whole.payFen()), page.say("cycles.figure.pay"), lines + "PAYABLE"));
        list.add(new Figure(
                yuan(whole.backPayFen()),
                page.say("cycles.figure.back-pay", whole.backPayLines()),
                lines + "BACK_PAY"));
        list.add(new Figure(
                yuan(whole.recoveryFen() + whole.offsetFen()),
                page.say("cycles.figure.recovery", whole.recoveryLines()),
                lines + "RECOVERY"));
        list.add(new Figure(yuan(whole.heldFen()), page.say("cycles.figure.held", whole.heldLines()), lines + "HELD"));
        list.add(new Figure(
                Formats.count(whole.newAccounts()), page.say("cycles.figure.accounts"), lines + "NEW_ACCOUNT"));
        list.add(new Figure(
                Formats.count(whole.undetermined()),
                page.say("cycles.figure.undetermined", whole.unchecked()),
                "/enrolments/holds"));
        return list;
    }

    private List<CycleView.Action> actions(Cycle cycle, LastCompared.Said last, Page page) {
        List<CycleView.Action> actions = new ArrayList<>();
        Role role = CurrentDesk.get().role();
        for (CycleVerb verb : CycleVerb.values()) {
            boolean elsewhere = verb == CycleVerb.HOLD || verb == CycleVerb.UNHOLD || verb == CycleVerb.READ_RETURN;
            if (elsewhere
                    || CycleMoves.target(cycle.state(), verb).isEmpty()
                    || !verb.roles().contains(role)) {
                continue;
            }
            if (verb == CycleVerb.RETRY && reader.retryable(cycle) == 0) {
                continue;
            }
            Optional<Refusal> refusal = reader.forbids(cycle, verb);
            if (refusal.isEmpty() && verb == CycleVerb.RELEASE && !reader.settingsAreConfirmed(cycle.county())) {
                refusal = Refusal.of("cycles.cycle.refused.settings");
            }
            actions.add(new CycleView.Action(
                    verb.name().toLowerCase(java.util.Locale.ROOT),
                    page.say("cycles.cycle.verb." + verb),
                    refusal.map(why -> CyclePages.sentence(page, why)).orElse(""),
                    refusal.filter(why -> why.wordKey().equals("cycles.cycle.refused.settings"))
                            .map(why -> "/policies/settings")
                            .orElse(""),
                    verb == CycleVerb.RETURN || verb == CycleVerb.REVIEW || verb == CycleVerb.APPROVE,
                    ask(cycle, verb, last, page),
                    verb == CycleReader.next(cycle.state())));
        }
        return actions;
    }

    private static String ask(Cycle cycle, CycleVerb verb, LastCompared.Said last, Page page) {
        String key = "cycles.cycle.ask." + verb;
        if (!page.words().knows(key)) {
            return "";
        }
        String question = page.say(key, cycle.months());
        return verb == CycleVerb.FREEZE ? last.ask(question, page) : question;
    }

    private List<CycleView.News> news(Cycle cycle, Page page) {
        Map<String, String> benefits = names.of(cycle.county(), page.words().language());
        return reader.news(cycle).stream()
                .map(item -> new CycleView.News(
                        item.name(),
                        "/elders/" + item.elder(),
                        benefits.getOrDefault(item.benefit(), item.benefit()),
                        page.say("cycles.hold." + item.why()) + (item.day().isEmpty() ? "" : " " + item.day())))
                .toList();
    }

    private CycleView.Changes changes(Cycle cycle, Scope scope, Page page) {
        Map<String, Map<Differences.Change, Cell>> byTownship = new LinkedHashMap<>();
        Map<Differences.Change, Cell> sum = new EnumMap<>(Differences.Change.class);
        for (Differences.Row row : differences.table(cycle, scope)) {
            Cell cell = new Cell(row.people(), row.fen() - row.beforeFen());
            byTownship
                    .computeIfAbsent(row.township(), key -> new EnumMap<>(Differences.Change.class))
                    .put(row.change(), cell);
            sum.merge(row.change(), cell, Cell::plus);
        }
        List<CycleView.ChangeRow> rows = byTownship.entrySet().stream()
                .map(entry -> row(names.place(entry.getKey()), entry.getKey(), entry.getValue()))
                .toList();
        String against = differences
                .before(cycle)
                .map(before -> page.say("cycles.changes.against", before.months()))
                .orElse(page.say("cycles.changes.first"));
        return new CycleView.Changes(against, rows, row(page.say("cycles.sum"), "", sum));
    }

    /** People of one kind of change, and by how much money they differ. */
    private record Cell(long people, long fen) {
        private static final Cell NONE = new Cell(0, 0);

        Cell plus(Cell other) {
            return new Cell(people + other.people, fen + other.fen);
        }
    }

    private static CycleView.ChangeRow row(String township, String path, Map<Differences.Change, Cell> cells) {
        Cell added = cells.getOrDefault(Differences.Change.NEW, Cell.NONE);
        Cell changed = cells.getOrDefault(Differences.Change.CHANGED, Cell.NONE);
        Cell ended = cells.getOrDefault(Differences.Change.ENDED, Cell.NONE);
        return new CycleView.ChangeRow(
                township,
                path,
                Formats.count(added.people()),
                yuan(added.fen()),
                Formats.count(changed.people()),
                yuan(changed.fen()),
                Formats.count(ended.people()),
                yuan(ended.fen()),
                Formats.count(
                        cells.getOrDefault(Differences.Change.SAME, Cell.NONE).people()));
    }

    private static CycleView.ChangeRow blank(String name) {
        return new CycleView.ChangeRow(name, "", "", "", "", "", "", "", "");
    }

    private static List<CycleView.History> history(List<CycleStep> steps, Page page) {
        return steps.reversed().stream()
                .map(step -> new CycleView.History(
                        Formats.instant(step.at()),
                        page.say("cycles.cycle.verb." + step.verb()),
                        ByWhom.at(step.name(), step.role(), page.words()),
                        step.version() == 0 ? "" : "v" + step.version(),
                        note(step, page)))
                .toList();
    }

    /** Authorising and holding keep a number first; everything else is what a person wrote or a file's name. */
    private static String note(CycleStep step, Page page) {
        boolean counted =
                step.verb() == CycleVerb.AUTHORISE || step.verb() == CycleVerb.HOLD || step.verb() == CycleVerb.UNHOLD;
        return counted && !step.note().isEmpty() ? page.say("cycles.history." + step.verb(), step.note()) : step.note();
    }

    static String yuan(long fen) {
        return Formats.yuan(new Money(fen));
    }
}
