package org.sangyu.shared;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens the books of a county that paid by Excel (已在发放人员); implemented by {@code benefits}, called by the import.
 *
 * <p>The registry takes the people, their accounts and what they receive; this port makes them enrolled, with the
 * months already paid marked so that they are never paid again. Without an implementation the template is not offered.
 */
public interface AlreadyReceiving {

    /**
     * What can be opened in a county.
     *
     * @return id of each benefit by the Chinese names clerks may write, every name once
     */
    Map<String, String> benefits(Place county);

    /**
     * Opens a chunk of the import, in the running transaction and set-based; the same rows again change nothing.
     *
     * @param intake id of the import, kept as evidence
     * @param rows at most some thousands, all in the current desk's scope, no person and benefit twice
     * @return the rows that could not be opened; all others are open afterwards
     */
    List<Refused> open(UUID intake, List<Row> rows);

    /**
     * One person who is paid one benefit already.
     *
     * @param number line of the file, given back with a refusal
     * @param elder the person, known to the registry
     * @param place where the person belongs now
     * @param benefit id of the benefit
     * @param amount paid each period until now; kept as said, never paid again
     * @param paidUpTo last month paid
     * @param account where it is paid to, or null when the file leaves it blank
     */
    record Row(
            int number,
            ElderId elder,
            Place place,
            String benefit,
            Money amount,
            YearMonth paidUpTo,
            @Nullable Account account) {}

    /**
     * An account to pay to, protected as in the tables.
     *
     * @param bank name of the bank
     * @param holder name of the account's holder
     * @param differs true when the holder is not the person
     * @param encrypted the number, by {@link FieldCipher.Field#ACCOUNT}
     * @param blindIndex its blind index
     * @param keyVersion version of the key behind the blind index
     * @param lastFour its last four digits
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Account(
            String bank,
            String holder,
            boolean differs,
            byte[] encrypted,
            byte[] blindIndex,
            int keyVersion,
            String lastFour) {}

    /**
     * A row that could not be opened.
     *
     * @param number line of the file
     * @param wordKey key of the reason in the words of benefits
     * @param arguments of the reason
     */
    record Refused(int number, String wordKey, List<String> arguments) {}
}
