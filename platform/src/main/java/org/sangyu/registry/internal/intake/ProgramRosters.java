package org.sangyu.registry.internal.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sangyu.registry.RosterIntake;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.Files;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts imports that no person prepares. */
@Component
class ProgramRosters implements RosterIntake {

    private final Uploads uploads;

    ProgramRosters(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    @Transactional
    public UUID start(Files.Stored roster) {
        try {
            Intake intake = uploads.register(roster, Intake.Template.ROSTER);
            List<String> missing = uploads.start(
                    intake, Intake.Template.ROSTER, Map.copyOf(intake.file().columns()));
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("the roster " + roster.name() + " lacks " + missing);
            }
            return uploads.jobOf(intake);
        } catch (SheetRefusedException e) {
            throw new IllegalArgumentException("the roster " + roster.name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
