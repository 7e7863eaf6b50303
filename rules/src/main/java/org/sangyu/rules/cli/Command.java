package org.sangyu.rules.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;

/** One command with its arguments read. */
interface Command {

    /** Runs it and returns the exit code. */
    int run(OutputStream answer, PrintStream errors, Clock clock) throws IOException;
}
