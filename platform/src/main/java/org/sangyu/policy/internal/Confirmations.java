package org.sangyu.policy.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sangyu.policy.SettingsConfirmation;
import org.sangyu.rules.packs.Setting;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Who of a county stood behind which settings, and when; a changed setting must be confirmed anew. */
@Component
public class Confirmations implements SettingsConfirmation {

    private final PackShelf shelf;
    private final RegionCodes regions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Confirmations(
            PackShelf shelf,
            RegionCodes regions,
            JdbcClient jdbc,
            JsonMapper json,
            Audit audit,
            TimeOrderedIds ids,
            Clock clock) {
        this.shelf = shelf;
        this.regions = regions;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The newest confirmation of a county.
     *
     * @param fingerprint of what was confirmed
     * @param person who
     * @param at when
     */
    public record Confirmed(String fingerprint, String person, Instant at) {}

    /** The settings as they stand for a county, in the order of the packs. */
    public List<Setting> settings(Place county) {
        return shelf.packs().settings(regions.of(county));
    }

    /** What a confirmation of these settings is bound to. */
    public static String fingerprint(List<Setting> settings) {
        return Long.toHexString(Fingerprint.of(settings.stream()
                .map(setting -> setting.key() + "=" + String.join(",", setting.values()))
                .collect(Collectors.joining("\n"))));
    }

    /** The newest one, whether or not it still holds. */
    @Transactional(readOnly = true)
    public Optional<Confirmed> newest(Place county) {
        return jdbc.sql("""
                        select fingerprint, person, confirmed_at from policy.setting_confirmation
                        where place = :place order by confirmed_at desc limit 1
                        """)
                .param("place", county.path())
                .query((row, number) -> new Confirmed(
                        row.getString("fingerprint"),
                        row.getString("person"),
                        row.getTimestamp("confirmed_at").toInstant()))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isConfirmed(Place county) {
        String now = fingerprint(settings(county));
        return newest(county).filter(found -> found.fingerprint().equals(now)).isPresent();
    }

    /**
     * The current desk confirms the settings of its county.
     *
     * @param seen fingerprint of the page the person read
     * @return false when the settings have changed since: nothing is confirmed
     */
    @Transactional
    public boolean confirm(String seen) {
        Desk desk = CurrentDesk.get();
        List<Setting> settings = settings(desk.place());
        if (!fingerprint(settings).equals(seen)) {
            return false;
        }
        Map<String, List<String>> listed = settings.stream().collect(Collectors.toMap(Setting::key, Setting::values));
        jdbc.sql("""
                        insert into policy.setting_confirmation
                            (id, place, fingerprint, listed, account, person, confirmed_at)
                        values (:id, :place, :fingerprint, :listed::jsonb, :account, :person, :now)
                        """)
                .param("id", ids.next())
                .param("place", desk.place().path())
                .param("fingerprint", seen)
                .param("listed", json.writeValueAsString(listed))
                .param("account", desk.account())
                .param("person", desk.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.write("policy.confirm-settings", null, desk.place(), Map.of("fingerprint", seen));
        return true;
    }
}
