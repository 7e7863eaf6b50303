package org.sangyu.regions;

import java.util.List;
import java.util.UUID;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceFollower;

/** Changes of administrative division, done by an administrator as one job that a crash does not harm. */
public interface PlaceChanges {

    /**
     * Checks a change and starts it in the background; every {@link PlaceFollower} takes its rows along.
     *
     * @return how it went
     */
    Outcome start(PlaceChange change);

    /** What is wrong with a change; nothing when it may be started. */
    List<Problem> problems(PlaceChange change);

    /** What lies in a place and would follow it, module by module. */
    List<PlaceFollower.Touched> touched(Place place);

    /** Whether it was started. */
    sealed interface Outcome {}

    /** It runs as a job. */
    record Started(UUID job, UUID change) implements Outcome {}

    /**
     * It was not: nothing has changed.
     *
     * @param problems word keys, one for each thing that is wrong, with the step's number as argument
     */
    record Refused(List<Problem> problems) implements Outcome {}

    /**
     * What is wrong with a step.
     *
     * @param step counted from 1; 0 for the change as a whole
     * @param wordKey the sentence that says it
     */
    record Problem(int step, String wordKey) {}
}
