package org.sangyu.shared;

/**
 * Short messages to a telephone; implemented by {@code messages}.
 *
 * <p>Sends at once and once: what must arrive is work for a job, not for this. A way out that is closed is told in the log.
 */
public interface Messages {

    /**
     * Hands a message over.
     *
     * @param phone as typed by the receiver, digits
     * @param text what it says, at most 300 characters
     */
    void send(String phone, String text);
}
