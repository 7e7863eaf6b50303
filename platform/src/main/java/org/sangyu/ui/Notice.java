package org.sangyu.ui;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Says on the next page what just happened; put into the flash attributes under {@code notice}.
 *
 * @param text one sentence in the reader's language, naming the thing
 * @param warning true when something needs attention
 * @param undo address a form posts to in order to undo it, or null when it cannot be undone
 */
public record Notice(String text, boolean warning, @Nullable String undo) implements Serializable {

    /** It was done. */
    public static Notice done(String text) {
        return new Notice(text, false, null);
    }

    /** It was done and one click undoes it. */
    public static Notice done(String text, String undo) {
        return new Notice(text, false, undo);
    }

    /** It was not done, or only in part. */
    public static Notice warning(String text) {
        return new Notice(text, true, null);
    }
}
