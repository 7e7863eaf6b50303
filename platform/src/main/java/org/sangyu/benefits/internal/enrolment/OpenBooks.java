package org.sangyu.benefits.internal.enrolment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.benefits.internal.enrolment.BenefitRules.Benefit;
import org.sangyu.shared.AlreadyReceiving;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the books of a county that paid by Excel.
 *
 * <p>People become enrolled with the months already paid marked; their accounts wait for a second person, and nothing is
 * paid to one before that. What another office pays is kept as received there and compared, never enrolled.
 */
@Component
class OpenBooks implements AlreadyReceiving {

    private static final String STAGE = "benefits.stage_receiving (run, row_no, elder, place, benefit, fen, paid_to,"
            + " enrolment, account, holder, bank, account_enc, account_idx, last_four, holder_differs, kind)";

    private final BenefitRules rules;
    private final Procedures procedures;
    private final OpenBooksRows rows;
    private final StageCopy stage;
    private final TimeOrderedIds ids;
    private final Audit audit;

    OpenBooks(
            BenefitRules rules,
            Procedures procedures,
            OpenBooksRows rows,
            StageCopy stage,
            TimeOrderedIds ids,
            Audit audit) {
        this.rules = rules;
        this.procedures = procedures;
        this.rows = rows;
        this.stage = stage;
        this.ids = ids;
        this.audit = audit;
    }

    @Override
    public Map<String, String> benefits(Place county) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (Benefit benefit : rules.benefits(county)) {
            byName.put(benefit.nameZh(), benefit.id());
        }
        return byName;
    }

    @Override
    @Transactional
    public List<Refused> open(UUID intake, List<Row> all) {
        Desk desk = CurrentDesk.get();
        List<Refused> refused = new ArrayList<>();
        List<Row> possible = new ArrayList<>();
        Set<String> mirrored = new HashSet<>();
        Map<Place, Map<String, BenefitMode>> modes = new LinkedHashMap<>();
        for (Row row : all) {
            BenefitMode mode = mode(row, modes, desk);
            if (mode == null) {
                refused.add(new Refused(row.number(), "benefits.open.unknown", List.of()));
            } else {
                possible.add(row);
                if (mode == BenefitMode.MIRRORED) {
                    mirrored.add(row.benefit());
                }
            }
        }
        UUID run = ids.next();
        stage.copy(STAGE, out -> possible.forEach(row -> write(out, run, row)));
        rows.mirror(run, mirrored, intake);
        refused.addAll(rows.refused(run, mirrored));
        long opened = rows.enrol(run, mirrored, desk);
        refused.addAll(rows.elsewhere(run, mirrored));
        rows.openAccounts(run, desk);
        rows.activate(run);
        rows.mark(run, desk);
        rows.clear(run);
        audit.write(
                "enrolment.open",
                intake,
                desk.place(),
                Map.of("opened", String.valueOf(opened), "refused", String.valueOf(refused.size())));
        return refused;
    }

    private @Nullable BenefitMode mode(Row row, Map<Place, Map<String, BenefitMode>> modes, Desk desk) {
        if (row.place().path().length() < PlaceLevel.COUNTY.pathLength()
                || !desk.scope().contains(row.place())) {
            return null;
        }
        return modes.computeIfAbsent(row.place().at(PlaceLevel.COUNTY), county -> modes(county, desk))
                .get(row.benefit());
    }

    private Map<String, BenefitMode> modes(Place county, Desk desk) {
        List<String> names = rules.benefits(county).stream().map(Benefit::id).toList();
        Map<String, BenefitMode> modes = new LinkedHashMap<>();
        procedures.of(county, names, desk.scope()).forEach(rule -> modes.put(rule.benefit(), rule.mode()));
        return modes;
    }

    private void write(StageCopy.Out out, UUID run, Row row) {
        Account account = row.account();
        out.row(
                run,
                row.number(),
                row.elder(),
                row.place(),
                row.benefit(),
                row.amount().fen(),
                Rows.first(row.paidUpTo().plusMonths(1)),
                ids.next(),
                account == null ? null : ids.next(),
                account == null ? null : account.holder(),
                account == null ? null : account.bank(),
                account == null ? null : account.encrypted(),
                account == null ? null : account.blindIndex(),
                account == null ? null : account.lastFour(),
                account == null ? null : account.differs(),
                account == null ? null : PayeeAccount.Kind.SELF);
    }
}
