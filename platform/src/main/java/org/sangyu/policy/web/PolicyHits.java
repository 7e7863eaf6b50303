package org.sangyu.policy.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sangyu.policy.Decisions;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Scope;
import org.sangyu.shared.SearchSource;
import org.sangyu.ui.Language;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Benefits and official documents in the one search box, by a part of their name in either language. */
@Component
class PolicyHits implements SearchSource {

    private final Decisions decisions;
    private final PackShelf shelf;
    private final Clock clock;

    PolicyHits(Decisions decisions, PackShelf shelf, Clock clock) {
        this.decisions = decisions;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public List<SearchHit> search(Scope scope, String text, int limit) {
        String wanted = plain(text);
        Place place = CurrentDesk.get().place();
        Place county = place.level().compareTo(PlaceLevel.COUNTY) > 0 ? place.at(PlaceLevel.COUNTY) : place;
        Language language = Language.of(LocaleContextHolder.getLocale());
        Stream<SearchHit> benefits = decisions.benefits(county, LocalDate.now(clock)).stream()
                .filter(benefit -> isNamed(benefit.name().zh(), benefit.name().en(), wanted))
                .map(benefit -> new SearchHit(
                        "policy.hit.benefit", benefit.name().in(language), "", "/policies/" + benefit.id()));
        Stream<SearchHit> documents = shelf.packs().documents().stream()
                .filter(document ->
                        isNamed(document.title().zh(), document.title().en(), wanted))
                .map(document -> new SearchHit(
                        "policy.hit.document",
                        document.title().in(language.code()),
                        "",
                        "/policies/documents/" + document.id()));
        return Stream.concat(benefits.limit(limit), documents.limit(limit)).toList();
    }

    private static boolean isNamed(String chinese, String english, String wanted) {
        return plain(chinese).contains(wanted) || plain(english).contains(wanted);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', ' ');
    }
}
