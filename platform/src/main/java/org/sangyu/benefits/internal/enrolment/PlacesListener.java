package org.sangyu.benefits.internal.enrolment;

import java.util.List;
import org.sangyu.regions.PlacesChanged;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.KillPoint;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rewrites the places of enrolment when paths change; twice is the same as once. */
@Component
class PlacesListener {

    private static final Desk SYSTEM = Desk.of("system", "系统", Role.ADMINISTRATOR, Place.NATION);
    private static final List<String> TABLES = List.of(
            "enrolment",
            "enrolment_step",
            "payee_account",
            "hold",
            "received_elsewhere",
            "unclaimed",
            "unclaimed_answer",
            "mirror_difference",
            "delivery");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    PlacesListener(JdbcClient jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @ApplicationModuleListener
    void on(PlacesChanged event) {
        KillPoint.at("enrolment.places-changed");
        CurrentDesk.run(
                SYSTEM,
                () -> transactions.executeWithoutResult(status -> event.moves().forEach(this::move)));
    }

    private void move(PlacesChanged.Move move) {
        for (String table : TABLES) {
            jdbc.sql("""
                update benefits.%s set place = :new || substr(place, length(:old) + 1),
                    county = left(:new || substr(place, length(:old) + 1), :county)
                where place >= :old and place < :old || '~'\
                """.formatted(table))
                    .param("new", move.newPath())
                    .param("old", move.oldPath())
                    .param("county", PlaceLevel.COUNTY.pathLength())
                    .update();
        }
        if (move.oldPath().length() == PlaceLevel.COUNTY.pathLength()) {
            for (String table : List.of("benefit_setting", "opened_books", "mirror_count")) {
                jdbc.sql("update benefits." + table + " set county = :new where county = :old and not exists"
                                + " (select 1 from benefits." + table + " t where t.county = :new)")
                        .param("new", move.newPath())
                        .param("old", move.oldPath())
                        .update();
            }
        }
    }
}
