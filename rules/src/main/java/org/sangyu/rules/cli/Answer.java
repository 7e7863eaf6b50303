package org.sangyu.rules.cli;

import java.io.IOException;
import java.util.List;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Membership;

/** Where answers go, person by person; closing it completes it and leaves the stream open. */
interface Answer extends AutoCloseable {

    /** The decisions about one person. */
    void decisions(String id, List<Decision> decisions) throws IOException;

    /** The groups of one person. */
    void groups(String id, List<Membership> memberships) throws IOException;

    @Override
    void close() throws IOException;
}
