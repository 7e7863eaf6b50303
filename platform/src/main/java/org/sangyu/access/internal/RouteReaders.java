package org.sangyu.access.internal;

import java.util.Set;
import org.sangyu.shared.Readers;
import org.sangyu.shared.Role;
import org.springframework.stereotype.Component;

/** Says of the table of routes who reads what. */
@Component
class RouteReaders implements Readers {

    @Override
    public Set<Role> of(String address) {
        return Routes.find(address).map(Routes.Rule::read).orElse(Set.of());
    }
}
