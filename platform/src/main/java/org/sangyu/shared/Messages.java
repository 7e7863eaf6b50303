package org.sangyu.shared;

/**
 * Short messages to a telephone; implemented by {@code messages}.
 *
 * <p>Sends at once and once: what must arrive is work for a job, not for this.
 */
public interface Messages {

    /**
     * Hands a message over.
     *
     * @param phone as typed by the receiver, digits
     * @param text what it says, at most 300 characters
     * @return false when the way out is closed at the moment
     */
    boolean send(String phone, String text);
}
