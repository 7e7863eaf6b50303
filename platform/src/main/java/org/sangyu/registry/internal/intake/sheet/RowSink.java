package org.sangyu.registry.internal.intake.sheet;

/** Takes rows in the order of the file. */
@FunctionalInterface
public interface RowSink {

    /** Takes one row; false ends the reading. */
    boolean take(SheetRow row);
}
