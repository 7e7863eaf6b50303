package org.sangyu.registry;

import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactContent.Identity;
import org.sangyu.shared.Place;

/**
 * A new person, typed in at a desk; at least one residence lies in the desk's scope.
 *
 * @param identity who
 * @param registered registered residence, or null when not known
 * @param usual usual residence, or null when not known
 * @param address free text below the usual residence, or below the registered one when that is not known; or null
 * @param phone own telephone, or null
 * @param source who says so
 * @param evidence a few words or the hash of a file, or null
 */
public record RegisterElder(
        Identity identity,
        @Nullable Place registered,
        @Nullable Place usual,
        @Nullable String address,
        @Nullable String phone,
        String source,
        @Nullable String evidence) {}
