package org.sangyu.regions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Place;

/**
 * A place as it is now.
 *
 * @param id kept for ever
 * @param place its present path, the last one when it has ended
 * @param name its present name, as official as the source
 * @param titled false for stand-ins such as 市辖区, which full names leave out
 * @param ended from which day it is no more; null when it exists
 */
public record PlaceInfo(
        long id,
        Place place,
        String name,
        boolean titled,
        @Nullable LocalDate ended) {}
