package org.sangyu.launch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a back-up holds, written at its beginning.
 *
 * @param format rises when an older program could no longer read it
 * @param made when the rows were as they are in it
 * @param migrations the newest migration by module: the shape of the database
 */
record Manifest(
        int format,
        Instant made,
        Map<String, String> migrations,
        List<Table> tables,
        List<Partition> partitions,
        List<Sequence> sequences) {

    /** The format this program writes. */
    static final int FORMAT = 1;

    /**
     * A table with the columns that are stored.
     *
     * @param name with its schema
     * @param columns names in their order; what the database works out itself is not among them
     * @param selected how each is read: transaction numbers count anew after a restore and are written as 0
     */
    record Table(String name, List<String> columns, List<String> selected) {

        String copyOut() {
            return "copy (select " + String.join(", ", selected) + " from " + name + ") to stdout";
        }

        String copyIn() {
            return "copy " + name + " (" + String.join(", ", columns) + ") from stdin";
        }
    }

    /** A part of a table that was made while the program ran. */
    record Partition(String parent, String name, String bound) {}

    /** How far a sequence has counted. */
    record Sequence(String name, long value) {}

    /**
     * What the back-up must come to, written at its end: a back-up without it was cut off.
     *
     * @param rows by table
     * @param seal number of the newest seal of the ledger; 0 for none
     * @param chain its chained hash in hexadecimal; empty for none
     */
    record Totals(Map<String, Long> rows, long seal, String chain) {}
}
