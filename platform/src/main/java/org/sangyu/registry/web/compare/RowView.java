package org.sangyu.registry.web.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;

/**
 * One row of a list with what came of it, in the reader's language.
 *
 * @param key names the row on the page
 * @param number its number in the file
 * @param list what list it stands in, and the address of that list
 * @param person who the row names
 * @param said what the row says of the person
 * @param outcome what came of it as a word, with its tone
 * @param came what came of it in one sentence
 * @param state how far the check is; an empty word where there is nothing to check
 * @param due last day to answer, may be empty
 * @param answer who answered what, may be empty
 * @param form where this desk may answer, or null
 */
public record RowView(
        String key,
        String number,
        Link list,
        Person person,
        String said,
        Mark outcome,
        String came,
        Mark state,
        Due due,
        List<String> answer,
        @Nullable Form form) {

    /** Copies the list. */
    public RowView {
        answer = List.copyOf(answer);
    }

    /** A text that leads somewhere; an empty address leads nowhere. */
    public record Link(String text, String href) {}

    /**
     * Whom the row names.
     *
     * @param name with the address of the person's page where the row was matched
     * @param who sex and age of the person who was matched, else what the list gives
     * @param id the last characters of the ID number in words
     * @param place village, or empty
     */
    public record Person(Link name, String who, String id, String place) {}

    /** A state in a word. */
    public record Mark(String tone, String text) {}

    /** The last day with how far it is; the tone is empty while there is time. */
    public record Due(String day, String tone, String text) {}

    /**
     * What may be answered.
     *
     * @param action where it is sent
     * @param version of the row as shown
     * @param asks name of what is chosen: {@code verdict} or {@code who}
     * @param question what is asked
     * @param options the possible answers
     * @param dayLabel label of the day to record, empty when none is asked
     * @param day as typed, or the list's
     * @param note as typed
     * @param open true when the form is to be seen at once
     * @param errors what is wrong with what was sent
     */
    public record Form(
            String action,
            int version,
            String asks,
            String question,
            List<Option> options,
            String dayLabel,
            String day,
            String note,
            boolean open,
            FormErrors errors) {

        /** Copies the list. */
        public Form {
            options = List.copyOf(options);
        }
    }
}
