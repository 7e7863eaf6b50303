package org.sangyu.benefits.web.cycle;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.shared.Scope;
import org.sangyu.shared.SearchSource;
import org.sangyu.ui.Dictionary;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Cycles in the one search box, by their month as people write it: 2026-11, 2026年11月, 2026.11, 202611. */
@Component
class CycleHits implements SearchSource {

    private static final Pattern MONTH = Pattern.compile("(20[0-9]{2})[-年./]?([0-9]{1,2})月?");
    private static final int MONTHS = 12;
    private static final int NEWEST = 200;

    private final CycleReader reader;
    private final BenefitNames names;
    private final Dictionary dictionary;

    CycleHits(CycleReader reader, BenefitNames names, Dictionary dictionary) {
        this.reader = reader;
        this.names = names;
        this.dictionary = dictionary;
    }

    @Override
    public List<SearchHit> search(Scope scope, String text, int limit) {
        return month(text)
                .map(month -> reader.list(scope, 0, NEWEST).stream()
                        .filter(cycle -> covers(cycle, month))
                        .limit(limit)
                        .map(this::hit)
                        .toList())
                .orElse(List.of());
    }

    /** The month somebody typed; empty for anything else. */
    static Optional<YearMonth> month(String text) {
        Matcher typed = MONTH.matcher(text.replace(" ", ""));
        if (!typed.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(typed.group(2));
        return month < 1 || month > MONTHS
                ? Optional.empty()
                : Optional.of(YearMonth.of(Integer.parseInt(typed.group(1)), month));
    }

    private static boolean covers(Cycle cycle, YearMonth month) {
        return !month.isBefore(cycle.first()) && !month.isAfter(cycle.last());
    }

    private SearchHit hit(Cycle cycle) {
        var words = dictionary.in(LocaleContextHolder.getLocale());
        return new SearchHit(
                "cycles.hit.cycle",
                words.say("cycles.cycle.title", String.valueOf(cycle.number()), cycle.months()),
                names.place(cycle.county().path()) + " · "
                        + names.joined(cycle.county(), cycle.benefits(), words.language()) + " · "
                        + words.say("cycles.cycle.state." + cycle.state().name()),
                "/cycles/" + cycle.id());
    }
}
