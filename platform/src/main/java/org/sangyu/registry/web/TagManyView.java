package org.sangyu.registry.web;

import java.util.List;
import org.sangyu.ui.FormErrors;

/**
 * The form that gives many people a category or ends it; texts in the reader's language.
 *
 * @param title what will be done to how many
 * @param action where it is sent
 * @param back the list
 * @param picked ids of the people picked
 * @param all true for everybody who matches
 * @param ends true when it ends
 * @param fields what is asked
 * @param errors what is wrong
 */
public record TagManyView(
        String title,
        String action,
        String back,
        List<String> picked,
        boolean all,
        boolean ends,
        List<FieldView> fields,
        FormErrors errors) {

    /** Copies the lists. */
    public TagManyView {
        picked = List.copyOf(picked);
        fields = List.copyOf(fields);
    }
}
