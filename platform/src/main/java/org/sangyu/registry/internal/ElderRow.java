package org.sangyu.registry.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.NameKeys;
import org.sangyu.shared.ElderId;

/** One row of the projection as it is to be written. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record ElderRow(
        ElderId id,
        String place,
        @Nullable String registered,
        @Nullable String resides,
        NameKeys keys,
        @Nullable LocalDate born,
        @Nullable String sex,
        @Nullable LocalDate died,
        IdColumns number,
        PhoneColumns telephone,
        byte @Nullable [] addressEnc,
        List<String> tags) {

    /** The ID number, encrypted, with its blind indexes. */
    record IdColumns(
            byte @Nullable [] enc,
            byte @Nullable [] idx,
            @Nullable Integer key,
            byte @Nullable [] lastFour) {}

    /** The own telephone, encrypted, with its blind indexes. */
    record PhoneColumns(byte @Nullable [] enc, byte @Nullable [] idx, byte @Nullable [] lastFour) {}
}
