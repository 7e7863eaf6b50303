package org.sangyu.registry.internal.intake;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.internal.intake.read.Heading;
import org.sangyu.shared.Place;

/**
 * One import.
 *
 * @param id its id
 * @param place where the desk that imports answers
 * @param template what kind of list it is
 * @param file what was uploaded and where the table lies in it
 * @param state how far it has come
 * @param by who imports
 * @param at its instants
 * @param job the background job once started
 * @param counts what came of the rows so far
 * @param why reason when the whole file was sent back
 */
public record Intake(
        UUID id,
        Place place,
        Template template,
        Source file,
        State state,
        By by,
        At at,
        @Nullable UUID job,
        Counts counts,
        @Nullable Why why) {

    /** The code under which its facts are recorded. */
    public String source() {
        String delivered = by.deliverer().source();
        return delivered.isEmpty() ? template.source() : delivered;
    }

    /** What kind of list. */
    public enum Template {
        /** People, nothing about money (人员花名册). */
        ROSTER,
        /** People with what they are paid already (已在发放人员). */
        ALREADY_RECEIVING;

        /** The code under which its facts are recorded. */
        public String source() {
            return this == ROSTER ? "ROSTER" : "OPENING_BOOKS";
        }
    }

    /** How far an import has come. */
    public enum State {
        UPLOADED,
        RUNNING,
        DONE,
        REFUSED
    }

    /**
     * The uploaded file and its table.
     *
     * @param sha256 address of its bytes
     * @param name as uploaded
     * @param sheet which sheet, from 0
     * @param headerRow the last row of headings
     * @param columns column of each heading, from 0
     * @param titles the headings as written
     */
    public record Source(
            String sha256, String name, int sheet, int headerRow, Map<Heading, Integer> columns, List<String> titles) {
        /** Copies the collections. */
        public Source {
            columns = columns.isEmpty() ? Map.of() : new EnumMap<>(columns);
            titles = List.copyOf(titles);
        }
    }

    /** Account and name of who imports, and in whose name. */
    public record By(String account, String person, Deliverer deliverer) {}

    /** When it was uploaded, begun, ended. */
    public record At(
            Instant uploaded,
            @Nullable Instant begun,
            @Nullable Instant ended) {}

    /**
     * What came of the rows.
     *
     * @param rows rows of people read
     * @param taken of these taken
     * @param created of the taken: new records
     * @param changed of the taken: records that changed
     * @param refused sent back
     * @param parked wait for a person
     * @param skipped no rows of people
     * @param hidden of the rows: hidden in the file
     */
    public record Counts(
            int rows, int taken, int created, int changed, int refused, int parked, int skipped, int hidden) {

        /** Taken rows that said nothing new. */
        public int same() {
            return taken - created - changed;
        }
    }

    /** Sentence with which a whole file is sent back: words key {@code intake.file.<reason>}. */
    public record Why(String reason, List<String> arguments) {}
}
