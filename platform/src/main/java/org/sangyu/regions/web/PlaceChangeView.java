package org.sangyu.regions.web;

import java.util.List;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;

/**
 * The page that changes one place; texts in the reader's language.
 *
 * @param href the place
 * @param name its name
 * @param fullName with the places above
 * @param kinds what may happen, the chosen one marked
 * @param village true when it has nothing below it and may end when it is split
 * @param form what was typed
 * @param several places that fit what was typed, when they are several
 * @param errors what is wrong
 * @param question the sentence that names what will happen; empty while something is wrong or nothing was sent
 * @param touched what lies in it and follows, counted
 */
public record PlaceChangeView(
        String href,
        String name,
        String fullName,
        List<Chip> kinds,
        boolean village,
        PlaceChangeForm form,
        List<Option> several,
        FormErrors errors,
        String question,
        List<String> touched) {

    /** Copies the lists. */
    public PlaceChangeView {
        kinds = List.copyOf(kinds);
        several = List.copyOf(several);
        touched = List.copyOf(touched);
    }
}
