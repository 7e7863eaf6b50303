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
     * Looks and deeds on one elder's record, and lists with the elder in it that left the house, the newest first.
     *
     * @param elder whose; lists are found by the present place, and by an elder themselves wherever they lived
     * @param scope only an elder inside it has any
     * @param limit at most so many
     */
    List<Look> listLooks(ElderCards.ElderCard elder, Scope scope, int offset, int limit);

    /**
     * One look or deed.
     *
     * @param person who, by name
     * @param role at which kind of desk
     * @param desk the place that desk answers for
     * @param verb what, for example {@code registry.open}
     * @param reason for what, in the person's own words; empty where none is asked for
     * @param people of how many people the list was that left the house; 0 for a look or deed
     * @param viewing whose pages an administrator looked at when it happened; empty for a look of one's own
     */
    record Look(
            Instant at,
            String person,
            Role role,
            @Nullable Place desk,
            String verb,
            String reason,
            String viewing,
            int people) {}
}
