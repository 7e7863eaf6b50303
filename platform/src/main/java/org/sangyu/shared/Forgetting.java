package org.sangyu.shared;

import java.util.Collection;
import java.util.Map;

/**
 * What a module keeps of elders, emptied when the time an elder is kept is over (去标识化); implemented by every module that
 * keeps something that names a person, asked by {@code privacy}. No module touches another's tables.
 */
public interface Forgetting {

    /** Which of these elders must be kept yet, for example because money is owed: each with the words key of the reason. */
    default Map<ElderId, String> mustStay(Collection<ElderId> elders) {
        return Map.of();
    }

    /**
     * Takes away what names these elders and whom they trusted, in the running transaction; what is counted stays. Done
     * again it changes nothing.
     */
    void forget(Collection<ElderId> elders);
}
