package org.sangyu.ui;

import java.util.List;
import org.sangyu.shared.Desk;

/** The menu of a desk, at most seven entries in the words of the office; implemented by {@code desk}. */
public interface Menu {

    /**
     * Entries in their fixed order, only what exists and what the role may use.
     *
     * @param path path of the page shown, to mark the entry it lies under
     */
    List<Frame.Entry> of(Desk desk, String path);
}
