package org.sangyu.shared;

/**
 * Named places at which a crash would hurt most; a test kills the real process at each and checks what is left.
 *
 * <p>Does nothing unless the process was started with {@code -Dsangyu.kill=<name>}.
 */
public final class KillPoint {

    private static final String WANTED = System.getProperty("sangyu.kill", "");
    private static final int KILLED = 137;

    private KillPoint() {}

    /** Halts the process, without any shutdown hook, when this point was asked for. */
    public static void at(String name) {
        if (!WANTED.isEmpty() && WANTED.equals(name)) {
            System.err.println("killed at " + name);
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
