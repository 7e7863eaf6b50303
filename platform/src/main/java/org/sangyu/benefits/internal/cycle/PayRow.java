package org.sangyu.benefits.internal.cycle;

import org.sangyu.benefits.internal.cycle.PayFormat.Field;
import org.sangyu.shared.Money;

/**
 * One payment as it stands in a file to the bank; the account and ID number are in clear only here and in the file.
 *
 * @param person the older person, who may be another than the holder of the account
 * @param idNumber of the older person, in clear; empty when not known or not wanted by the format
 */
record PayRow(
        int sequence,
        String reference,
        String holder,
        String account,
        String bank,
        Money amount,
        String period,
        String benefit,
        String person,
        String idNumber) {

    String value(Field field) {
        return switch (field) {
            case SEQUENCE -> String.valueOf(sequence);
            case REFERENCE -> reference;
            case HOLDER -> holder;
            case ACCOUNT -> account;
            case BANK -> bank;
            case YUAN -> amount.plain();
            case FEN -> String.valueOf(amount.fen());
            case PERIOD -> period;
            case BENEFIT -> benefit;
            case PERSON -> person;
            case ID_NUMBER -> idNumber;
        };
    }
}
