package org.sangyu.benefits.internal.cycle;

import java.util.UUID;

/** One person and one benefit. */
record Key(UUID elder, String benefit) {}
