package org.sangyu.registry.internal.intake;

/**
 * Some thousand rows, ready for COPY.
 *
 * @param lastRow number of the last row in it, which becomes the checkpoint
 * @param rows rows of people in it
 * @param skipped rows passed over since the chunk before
 * @param hidden of the rows of people: hidden in the file
 * @param again true when a person stands in it twice
 * @param copy the rows in COPY's text format
 */
@SuppressWarnings("ArrayRecordComponent")
record Chunk(int lastRow, int rows, int skipped, int hidden, boolean again, byte[] copy) {

    @Override
    public String toString() {
        return "Chunk[to row " + lastRow + ", " + rows + " rows, " + copy.length + " bytes]";
    }
}
