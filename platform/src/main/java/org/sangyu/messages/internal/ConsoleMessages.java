package org.sangyu.messages.internal;

import org.sangyu.shared.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows messages on the console, for a demonstration; of the number only its end. */
final class ConsoleMessages implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleMessages.class);
    private static final int SHOWN = 4;

    @Override
    public void send(String phone, String text) {
        LOG.info("短信 → *{}: {}", phone.substring(Math.max(0, phone.length() - SHOWN)), text);
    }
}
