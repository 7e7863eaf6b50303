package org.sangyu.benefits.internal.cycle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How a county pays: how often, from whose money, and whether claims may be kept back from payments. */
@Repository
@Unscoped("settings of a county are no people")
public class MoneySettings {

    private static final int QUARTER = 3;
    private static final int WHOLE = 100;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    MoneySettings(JdbcClient jdbc, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * One county's settings.
     *
     * @param rhythm months paid at once: 1 or 3
     * @param offsetPercent most hundredths of a payment kept back, or null: nothing is ever kept back
     * @param offsetGround the paper that allows it
     * @param funding where the money comes from, as printed on rosters; empty when not entered
     */
    public record Setting(int rhythm, @Nullable Integer offsetPercent, String offsetGround, String funding) {}

    /** The county's own, or: monthly, nothing kept back, funding not entered. */
    @Transactional(readOnly = true)
    public Setting of(Place county) {
        return jdbc.sql("select * from benefits.money_setting where county = :county")
                .param("county", county.path())
                .query((row, n) -> new Setting(
                        row.getInt("rhythm"),
                        row.getObject("offset_percent", Integer.class),
                        row.getString("offset_ground"),
                        row.getString("funding")))
                .optional()
                .orElse(new Setting(1, null, "", ""));
    }

    /**
     * The county's chief sets them.
     *
     * @param seen what the form showed; when something else is stored by now, nothing is changed
     */
    @Transactional
    public Optional<Refusal> set(Setting seen, Setting wanted) {
        Desk desk = CurrentDesk.get();
        if (desk.role() != Role.COUNTY_CHIEF || desk.place().level() != PlaceLevel.COUNTY) {
            return Refusal.of("cycles.cycle.refused.desk");
        }
        if (!isSound(wanted)) {
            return Refusal.of("cycles.money.refused.values");
        }
        int stored = jdbc.sql("""
            insert into benefits.money_setting as s (county, rhythm, offset_percent, offset_ground, funding, set_by,
                set_name, set_at)
            values (:county, :rhythm, :percent, :ground, :funding, :by, :name, :at)
            on conflict (county) do update set rhythm = excluded.rhythm, offset_percent = excluded.offset_percent,
                offset_ground = excluded.offset_ground, funding = excluded.funding, set_by = excluded.set_by,
                set_name = excluded.set_name, set_at = excluded.set_at
            where s.rhythm = :seenRhythm and s.offset_percent is not distinct from :seenPercent
                and s.offset_ground = :seenGround and s.funding = :seenFunding\
            """)
                .param("seenRhythm", seen.rhythm())
                .param("seenPercent", seen.offsetPercent(), java.sql.Types.INTEGER)
                .param("seenGround", seen.offsetGround())
                .param("seenFunding", seen.funding())
                .param("county", desk.place().path())
                .param("rhythm", wanted.rhythm())
                .param("percent", wanted.offsetPercent(), java.sql.Types.INTEGER)
                .param("ground", wanted.offsetGround().strip())
                .param("funding", wanted.funding().strip())
                .param("by", desk.account())
                .param("name", desk.name())
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        if (stored == 0) {
            return Refusal.of("cycles.cycle.refused.stale");
        }
        audit.write("money.setting", null, desk.place(), Map.of("setting", wanted.toString()));
        return Refusal.none();
    }

    /** Monthly or quarterly; a share only between 1 and 100 and with the paper that allows it. */
    private static boolean isSound(Setting wanted) {
        Integer percent = wanted.offsetPercent();
        boolean share = percent == null
                || (percent >= 1 && percent <= WHOLE && !wanted.offsetGround().isBlank());
        return share && (wanted.rhythm() == 1 || wanted.rhythm() == QUARTER);
    }
}
