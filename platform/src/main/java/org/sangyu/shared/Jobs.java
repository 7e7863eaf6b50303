package org.sangyu.shared;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Background work with progress that survives a restart; implemented by {@code jobs}.
 *
 * <p>A job runs at the desk of the person who started it. It is found again on {@code /jobs/{id}}.
 */
public interface Jobs {

    /**
     * Starts work in the background, in the running transaction: it begins after commit.
     *
     * @param kind which {@link Handler}
     * @param title words key and arguments of what the list of jobs shows
     * @param arguments small values the handler needs, such as ids; never protected data
     * @return the job's id
     */
    UUID start(String kind, Title title, Map<String, String> arguments);

    /** Words key with arguments: a sentence that each reader sees in the own language. Never protected data. */
    record Title(String wordKey, List<String> arguments) {

        /** Copies the arguments. */
        public Title {
            arguments = List.copyOf(arguments);
        }

        /** A sentence with its arguments. */
        public static Title of(String wordKey, String... arguments) {
            return new Title(wordKey, List.of(arguments));
        }
    }

    /** Does one kind of work; may be called again with the same arguments after a crash and must then go on. */
    interface Handler {

        /** The kind it handles. */
        String kind();

        /**
         * Runs to the end, outside any transaction. {@link FailedException} ends the job with its sentence; any other
         * exception is a fault of ours: logged, and the page names only the job's id.
         */
        void run(Run run);
    }

    /** A job while it runs. */
    interface Run {

        /** The job's id. */
        UUID id();

        /** What it was started with. */
        Map<String, String> arguments();

        /** The point reached by the last {@link #reached}, or null on the first run. */
        @Nullable
        String checkpoint();

        /** Stores, in the running transaction if there is one, how far it has come: a crash goes on from here. */
        void reached(String checkpoint);

        /** Shows progress, outside the running transaction; cheap, may be called often. Total 0: not known yet. */
        void progress(long done, long total);

        /** One sentence on the job's page: what it does now, or at the end what came of it. */
        void tell(Title message);

        /** Where the result is to be found, shown when the job ends. */
        void result(String href);

        /** A file to download when the job ends, for example the answer file of an import; once per hash. */
        void attach(Files.Stored file);
    }

    /** Ends a job with a sentence for the person who started it: what is wrong and what to do. */
    final class FailedException extends RuntimeException {

        private final transient Title sentence;

        private FailedException(Title sentence) {
            super(sentence.wordKey());
            this.sentence = sentence;
        }

        /** The job cannot go on, and this is why. */
        public static FailedException because(Title sentence) {
            return new FailedException(sentence);
        }

        /** What the job's page shows. */
        public Title sentence() {
            return sentence;
        }
    }
}
