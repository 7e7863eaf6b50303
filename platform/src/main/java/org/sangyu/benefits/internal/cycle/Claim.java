package org.sangyu.benefits.internal.cycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open recovery case as the month reads it.
 *
 * @param open fen still asked back
 * @param offset what may be kept back from payments, or null
 */
record Claim(UUID id, long open, @Nullable OffsetRule offset) {}
