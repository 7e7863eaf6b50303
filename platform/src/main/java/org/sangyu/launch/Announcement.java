package org.sangyu.launch;

import java.util.List;

/** What a module wants said on the console once the first page can be opened, such as the demonstration accounts. */
public interface Announcement {

    /** Lines of plain text, at most ninety columns wide; none when there is nothing to say. */
    List<String> lines();
}
