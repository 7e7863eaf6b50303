package org.sangyu.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;

/**
 * The one record of each elder: finding people, what is said about them, and recording more.
 *
 * <p>Every question names a scope; people outside it do not exist for the asker. Changes are made by the current desk,
 * written to the audit, and announced by one {@link FactsRecorded} a run.
 */
public interface Registry {

    /** At most this many rows come back from {@link #search}; further ones are only said to exist. */
    int MOST_HITS = 50;

    /** Counts stop here: a result of 1,001 means 'more than 1,000'. */
    int COUNT_STOP = 1_000;

    /** The person, if inside the scope. */
    Optional<ElderSummary> find(ElderId elder, Scope scope);

    /** The living person with an ID number, else the one who died last with it; empty when outside the scope. */
    Optional<ElderSummary> findByIdNumber(IdNumber number, Scope scope);

    /** Many people at once, in no order; those outside the scope are left out. */
    Map<ElderId, ElderSummary> summaries(Collection<ElderId> elders, Scope scope);

    /**
     * ID numbers in clear of many people at once, for payment files and printed forms of an office.
     *
     * <p>People without a number or outside the scope are left out. The caller writes the audit line of its run.
     */
    Map<ElderId, IdNumber> idNumbers(Collection<ElderId> elders, Scope scope);

    /** Who of these moved away without a new registration here, with the first day outside; in the scope only. */
    Map<ElderId, LocalDate> movedOut(Collection<ElderId> elders, Scope scope);

    /**
     * The account stated last of many people at once, for offices that propose it for payment.
     *
     * <p>People without one or outside the scope are left out. The caller writes the audit line of its run.
     */
    Map<ElderId, StatedAccount> accounts(Collection<ElderId> elders, Scope scope);

    /**
     * People whose name, given name, pinyin or initials begin with the text, or whose ID number or telephone it is,
     * whole or in its last four characters; those whose whole name it is come first.
     *
     * @param limit at most {@link #MOST_HITS}
     */
    ElderSlice search(Scope scope, String text, int limit);

    /**
     * One page of the people in a scope.
     *
     * @param after key of the page before as {@link ElderSlice#next} gave it, or null for the first page; one that was
     *     tampered with gives the first page
     */
    ElderSlice list(Scope scope, ElderFilter filter, ElderSort sort, @Nullable String after, int limit);

    /** How many people match each filter, in their order; every count stops at {@link #COUNT_STOP} and one. */
    List<Long> counts(Scope scope, List<ElderFilter> filters);

    /** Ids of everybody who matches, ascending, page by page: at most {@code limit} after the given one. */
    List<ElderId> ids(Scope scope, ElderFilter filter, @Nullable ElderId after, int limit);

    /** People whose facts were recorded, corrected or closed after the instant, or began or ended since, ascending. */
    List<ElderId> listChangedSince(Scope scope, Instant since, @Nullable ElderId after, int limit);

    /**
     * All facts about one person, newest first.
     *
     * @param knownAt as they stood then, or null for all that stand now and those that were corrected, the latter with
     *     the end of their recording
     */
    List<RecordedFact> facts(ElderId elder, Scope scope, @Nullable Instant knownAt);

    /** Opens a record. */
    Registration register(RegisterElder command);

    /**
     * Records one more fact.
     *
     * @param version the elder's version on which the form was filled
     */
    FactChange record(ElderId elder, long version, NewFact fact);

    /** Replaces what a fact says: the old one stays in the books as it was known until now. */
    FactChange correct(ElderId elder, long version, UUID fact, NewFact corrected);

    /** Ends a fact: it holds no longer from the given day on. */
    FactChange close(ElderId elder, long version, UUID fact, LocalDate firstDayNoLonger);

    /** Takes a fact back that was never true; it stays in the books as it was known until now. */
    FactChange withdraw(ElderId elder, long version, UUID fact);

    /**
     * A protected value in clear; the reason is written to the audit with who and when.
     *
     * @param fact whose protected value: ID number, telephone, address or account
     * @return empty when the fact is not there or holds no protected value
     */
    Optional<String> reveal(ElderId elder, UUID fact, String reason);

    /** Says that this installation keeps the records of a county; who registers people of it calls this first. */
    void serve(Place county);
}
