package org.sangyu.benefits.internal.cycle;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.sangyu.shared.Scope;

/** ID numbers in clear for files that a paying office wants them in; answered by the registry. */
public interface IdNumbers {

    /** By elder; people without a number or outside the scope are left out. */
    Map<UUID, String> of(Collection<UUID> elders, Scope scope);
}
