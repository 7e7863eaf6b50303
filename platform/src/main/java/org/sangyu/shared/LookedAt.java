package org.sangyu.shared;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who opened an elder's record, when and for what: what the elder may ask of those who keep it.
 *
 * <p>Implemented by {@code access} from the ledger of deeds; kept as long as the ledger.
 */
public interface LookedAt {

    /** The desk opened an elder's record; within half an hour one line is enough. */
    void opened(ElderId elder, Place place);

    /**
     * Looks and deeds on one elder's record, the newest first.
     *
     * @param scope only an elder inside it has any
     * @param limit at most so many
     */
    List<Look> listLooks(ElderId elder, Scope scope, int offset, int limit);

    /**
     * One look or deed.
     *
     * @param person who, by name
     * @param role at which kind of desk
     * @param desk the place that desk answers for
     * @param verb what, for example {@code registry.open}
     * @param reason for what, in the person's own words; empty where none is asked for
     */
    record Look(
            Instant at, String person, Role role, @Nullable Place desk, String verb, String reason) {}
}
