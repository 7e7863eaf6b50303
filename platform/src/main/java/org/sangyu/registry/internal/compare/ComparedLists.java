package org.sangyu.registry.internal.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactSourceCode;
import org.sangyu.registry.internal.intake.Uploads;
import org.sangyu.registry.internal.intake.sheet.SheetRefusedException;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

/** What the pages of comparison do: hand in a list, read what came of it, answer, say who was seen. */
public interface ComparedLists {

    /** Sources that may hand in a list, in the order of the form. */
    List<FactSourceCode> SOURCES = List.of(
            FactSourceCode.PUBLIC_SECURITY,
            FactSourceCode.FUNERAL,
            FactSourceCode.HEALTH,
            FactSourceCode.SOCIAL_INSURANCE,
            FactSourceCode.CIVIL_AFFAIRS);

    /**
     * A list as it stands in the overview.
     *
     * @param county whose people it was compared with
     * @param readAt when it was read to its end, or null
     * @param refused reason code when the whole file was sent back, with arguments; null otherwise
     * @param running true while it is being read
     * @param open how many checks are open
     */
    record Head(
            UUID id,
            Place county,
            Compared.Of list,
            String file,
            String by,
            Instant handedIn,
            @Nullable Instant readAt,
            boolean running,
            Compared.@Nullable Why refused,
            @Nullable UUID job,
            long rows,
            long hits,
            long notFound,
            long open) {}

    /** Which rows: of one list or of all, by outcome or only those to be checked. */
    record Filter(@Nullable UUID comparison, Compared.@Nullable Outcome outcome, boolean openOnly) {}

    /** What an answer led to. */
    enum Done {
        DONE,
        /** Answered by somebody else meanwhile, or not there. */
        STALE,
        /** The county decides this one. */
        NOT_YOURS,
        /** The fact cannot be recorded, for example a death before the birth. */
        IMPOSSIBLE
    }

    /** Somebody whom no source has seen for the setting's months. */
    record Unseen(
            ElderSummary person,
            @Nullable LocalDate last,
            @Nullable FactSourceCode by) {}

    /** At the current county desk: stores the file and starts reading it; the same file again gives the one there is. */
    UUID handIn(Compared.Of list, String name, Uploads.Content content) throws SheetRefusedException;

    /** Lists of the scope's county, newest first. */
    List<Head> heads(Scope scope, int offset, int limit);

    /** The newest list of every kind and source that was read for a county of the scope, at most two hundred. */
    List<Head> newest(Scope scope);

    Optional<Head> head(UUID comparison, Scope scope);

    /** Rows, those with the nearest deadline first when only open ones are asked for, else in the order of the file. */
    List<Compared> rows(Scope scope, Filter filter, int offset, int limit);

    Optional<Compared> row(UUID comparison, int row, Scope scope);

    /** How many open checks, and of which outcome; bounded like every count. */
    Map<Compared.Outcome, Long> open(Scope scope);

    /** How many rows of a list had which outcome. */
    Map<Compared.Outcome, Long> outcomes(UUID comparison, Scope scope);

    /** The nearest deadline among open checks, or null. */
    @Nullable
    LocalDate nearest(Scope scope);

    /** How many open checks are past their last day, stops at a thousand and one. */
    long overdue(Scope scope);

    /** A row as the form showed it. */
    record Given(UUID comparison, int row, int version) {}

    /**
     * What somebody found out.
     *
     * @param right whether the list is right; then the fact is recorded
     * @param day the day to record, or null for the one the list gives
     * @param note what was seen, by whom; never blank
     */
    record Finding(boolean right, @Nullable LocalDate day, String note) {}

    /** Answers an open check. Village, township and county clerk may; two days that differ only the county clerk. */
    Done answer(Given given, Finding finding);

    /** Says who an ALIKE row is: then it is a hit of that person; null: none of them, the row is not found. */
    Done match(Given given, @Nullable ElderId elder);

    /** People unseen for the setting's months, in the order of their place and name; empty when no setting gives months. */
    List<Unseen> unseen(Scope scope, int offset, int limit);

    /** How many are unseen, stops at a thousand and one. */
    long unseenCount(Scope scope);

    /** The village says that these people were seen; how many of them were in its scope. */
    int seen(List<ElderId> people, LocalDate on, String by);
}
