package org.sangyu.benefits.web.cycle;

import java.util.List;

/** Versions, files and answers of a cycle, ready to show. */
public record FilesView(List<Version> versions, List<Out> files, List<Back> returns) {

    /** Copies the lists. */
    public FilesView {
        versions = List.copyOf(versions);
        files = List.copyOf(files);
        returns = List.copyOf(returns);
    }

    /** A frozen version; {@code compare} opens what differs from the one before, empty for the first. */
    public record Version(
            String name, String frozen, String people, String lines, String yuan, String returned, String compare) {}

    /**
     * A file for the bank.
     *
     * @param mine true when this desk may have the bytes
     * @param answers true when this desk may read the bank's answer now
     * @param hint what the answer must look like
     */
    public record Out(
            String id,
            String name,
            String attempt,
            String format,
            String made,
            String lines,
            String yuan,
            String download,
            String hash,
            String paid,
            String paidYuan,
            String failed,
            String failedHref,
            String open,
            String openHref,
            boolean mine,
            boolean answers,
            String hint) {}

    /** An answer of the bank; waits is true while its columns are still to be looked at. */
    public record Back(
            String name,
            String href,
            String read,
            boolean waits,
            String rows,
            String applied,
            String same,
            String listed) {}
}
