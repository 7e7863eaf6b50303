package org.sangyu.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger by itself.
 *
 * @param line what the list shows of it
 * @param base its address
 * @param details everything it holds
 * @param reveals true when something in it is encrypted and can still be read
 * @param error what was wrong with the reason; empty for nothing
 * @param reason the reason as typed
 */
public record LedgerLineView(
        LedgerView line, String base, List<Detail> details, boolean reveals, String error, String reason) {

    /**
     * One thing it holds.
     *
     * @param label what it is
     * @param text its value, or why it is not shown
     * @param clear the protected value in full, when it was asked for
     */
    public record Detail(
            String label, String text, @Nullable String clear) {}
}
