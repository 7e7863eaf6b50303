package org.sangyu.ui;

import java.util.List;
import java.util.Optional;
import org.sangyu.shared.Desk;

/** All desks of the person at work, for the switch in the frame; implemented by {@code access}. */
public interface OwnDesks {

    /** The desk in use first; a person with one desk has a list of one. */
    List<Frame.DeskChoice> of(Desk current, Words words);

    /** That an administrator looks at somebody's pages in this request, or may look at those of the person at work. */
    Optional<Frame.Watch> watch(Words words);
}
