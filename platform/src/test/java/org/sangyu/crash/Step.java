package org.sangyu.crash;

import java.util.function.BooleanSupplier;

/** One deed, and how to tell that it was begun. */
record Step(String name, BooleanSupplier begun, Runnable deed) {}
