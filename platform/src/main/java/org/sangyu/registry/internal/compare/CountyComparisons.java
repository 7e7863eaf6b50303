package org.sangyu.registry.internal.compare;

import java.util.List;
import java.util.UUID;
import org.sangyu.registry.Comparisons;
import org.sangyu.registry.PeopleCompared;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask about comparison. */
@Component
class CountyComparisons implements Comparisons {

    private final ListRows lists;
    private final ComparedRows rows;

    CountyComparisons(ListRows lists, ComparedRows rows) {
        this.lists = lists;
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Last> last(Place county) {
        return lists.last(county);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PeopleCompared> open(Place county) {
        return lists.open(county);
    }

    @Override
    @Transactional
    public List<Hit> hits(UUID comparison, Scope scope, int afterRow, int limit) {
        return rows.hits(comparison, scope, afterRow, limit);
    }
}
