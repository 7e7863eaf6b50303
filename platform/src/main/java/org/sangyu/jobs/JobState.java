package org.sangyu.jobs;

/** How far a job is. */
public enum JobState {
    /** Waits for a free hand. */
    QUEUED,
    /** Runs, or waits to be taken up again after its process died. */
    RUNNING,
    /** Ended well. */
    DONE,
    /** Ended with a sentence that says why; what it had stored by then stays. */
    FAILED;

    /** True when nothing more will happen by itself. */
    public boolean isOver() {
        return this == DONE || this == FAILED;
    }
}
