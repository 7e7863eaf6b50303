package org.sangyu.access.web;

import java.util.List;
import java.util.Map;
import org.sangyu.access.internal.AccountEntry;
import org.sangyu.regions.Regions;
import org.sangyu.shared.Place;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Puts accounts into words; all names of places in one look-up. */
@Component
class AccountViews {

    private final Regions regions;

    AccountViews(Regions regions) {
        this.regions = regions;
    }

    List<AccountView> of(List<AccountEntry> entries, Words words) {
        Map<Place, String> names = regions.fullNames(entries.stream()
                .flatMap(entry -> entry.desks().stream())
                .map(AccountEntry.DeskEntry::place)
                .distinct()
                .toList());
        return entries.stream().map(entry -> view(entry, names, words)).toList();
    }

    private static AccountView view(AccountEntry entry, Map<Place, String> names, Words words) {
        String state = entry.disabled() ? "disabled" : entry.temporary() ? "new" : "active";
        String tone = entry.disabled() ? "off" : entry.temporary() ? "wait" : "ok";
        return new AccountView(
                entry.id().toString(),
                entry.name(),
                entry.person(),
                words.say("access.account.state." + state),
                tone,
                entry.disabled(),
                entry.desks().stream()
                        .map(desk -> new AccountView.DeskLine(
                                desk.id().toString(),
                                words.say("access.role." + desk.role().name()),
                                where(desk, names, words),
                                desk.to() == null
                                        ? Formats.date(desk.from())
                                        : words.say(
                                                "access.day.span",
                                                Formats.date(desk.from()),
                                                Formats.date(desk.to().minusDays(1)))))
                        .toList());
    }

    private static String where(AccountEntry.DeskEntry desk, Map<Place, String> names, Words words) {
        if (!desk.organisation().isEmpty()) {
            return desk.organisation();
        }
        return desk.place().equals(Place.NATION)
                ? words.say("access.everywhere")
                : names.getOrDefault(desk.place(), desk.place().path());
    }
}
