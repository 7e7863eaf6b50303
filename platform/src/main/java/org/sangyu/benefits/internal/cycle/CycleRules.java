package org.sangyu.benefits.internal.cycle;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be done to a cycle now: the rules that need the books to answer. */
@Component
@Unscoped("judges a cycle that was found through a scope, and settings of a county")
class CycleRules {

    private final Cycles cycles;
    private final MonthDecisions decisions;
    private final SettingsConfirmed settings;
    private final PayFormats formats;
    private final JdbcClient jdbc;

    CycleRules(
            Cycles cycles, MonthDecisions decisions, SettingsConfirmed settings, PayFormats formats, JdbcClient jdbc) {
        this.cycles = cycles;
        this.decisions = decisions;
        this.settings = settings;
        this.formats = formats;
        this.jdbc = jdbc;
    }

    /** Desk, state, background work, order of months, two persons: in this order. */
    Optional<Refusal> forbids(Cycle cycle, CycleVerb verb, Desk desk) {
        if (!verb.roles().contains(desk.role()) || !desk.place().equals(cycle.county())) {
            return Refusal.of("cycles.cycle.refused.desk");
        }
        if (CycleMoves.target(cycle.state(), verb).isEmpty()) {
            return Refusal.of("cycles.cycle.refused.state");
        }
        if (verb == CycleVerb.COMPUTE || verb == CycleVerb.FREEZE) {
            Optional<Refusal> waits = forbidsBeforeEarlier(cycle);
            if (waits.isPresent()) {
                return waits;
            }
        }
        return cycles.hands(cycle).forbids(verb, desk.account());
    }

    private Optional<Refusal> forbidsBeforeEarlier(Cycle cycle) {
        return cycles.ofBenefits(cycle.county(), cycle.benefits()).stream()
                .filter(other ->
                        other.last().isBefore(cycle.first()) && !other.state().isReleased())
                .findFirst()
                .flatMap(other -> Refusal.of("cycles.cycle.refused.earlier", other.months()));
    }

    /** One open cycle per county, benefit and month; earlier months first; only cash that this county pays. */
    Optional<Refusal> forbidsOpening(Place county, List<String> benefits, YearMonth first) {
        for (String benefit : benefits) {
            if (!payable(county).contains(benefit)) {
                return Refusal.of("cycles.cycle.refused.mirrored");
            }
        }
        return cycles.ofBenefits(county, benefits).stream()
                .filter(other -> !other.last().isBefore(first))
                .findFirst()
                .flatMap(other -> Refusal.of("cycles.cycle.refused.exists", other.months(), other.number()));
    }

    /** Benefits in cash that the county pays itself; those that other offices pay (MIRRORED) are never in a cycle. */
    List<String> payable(Place county) {
        List<String> mirrored = benefitsWithMode(county, "MIRRORED");
        List<String> here = benefitsWithMode(county, "PAID_HERE");
        return decisions.benefits(county).stream()
                .filter(MonthDecisions.Benefit::cash)
                .filter(benefit -> here.contains(benefit.id())
                        || (!mirrored.contains(benefit.id()) && !benefit.mirroredByDefault()))
                .map(MonthDecisions.Benefit::id)
                .toList();
    }

    private List<String> benefitsWithMode(Place county, String mode) {
        return jdbc.sql("select benefit from benefits.benefit_setting where county = :county and mode = :mode")
                .param("county", county.path())
                .param("mode", mode)
                .query((row, n) -> row.getString("benefit"))
                .list();
    }

    Optional<Refusal> forbidsFormat(String format) {
        return formats.find(format).isPresent() ? Refusal.none() : Refusal.of("cycles.cycle.refused.format");
    }

    /** A name that the format's letters cannot write would be paid to nobody: said before anything is ordered. */
    Optional<Refusal> forbidsLetters(Cycle cycle, String format) {
        return forbidsLetters(cycle, format, """
            select distinct holder, bank, name from benefits.cycle_line
            where cycle = :cycle and version = :version and hold is null and pay_fen > 0\
            """);
    }

    /** The same for payments that are tried again. */
    Optional<Refusal> forbidsLettersAgain(Cycle cycle) {
        return forbidsLetters(
                cycle,
                String.valueOf(cycle.format()),
                "select distinct a.holder, a.bank, l.name " + CloseCycle.RETRYABLE);
    }

    private Optional<Refusal> forbidsLetters(Cycle cycle, String format, String names) {
        CharsetEncoder letters = Charset.forName(
                        formats.find(format).orElseThrow().out().charset())
                .newEncoder();
        return jdbc
                .sql(names)
                .param("cycle", cycle.id())
                .param("version", cycle.version())
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(name -> !letters.canEncode(name))
                .findFirst()
                .flatMap(name -> Refusal.of("cycles.cycle.refused.letters", name));
    }

    Optional<Refusal> forbidsUnconfirmed(Place county) {
        return settings.isConfirmed(county) ? Refusal.none() : Refusal.of("cycles.cycle.refused.settings");
    }
}
