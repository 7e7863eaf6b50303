package org.sangyu.shared;

/**
 * Encrypts protected fields (ID number, phone, address detail, account) and makes the blind index to find them by.
 *
 * <p>Implemented by {@code access}. Safe from any thread; about a million fields a second.
 */
public interface FieldCipher {

    /** Which kind of field: encryption is bound to it, so that one column's bytes never decrypt in another. */
    enum Field {
        ID_NUMBER,
        PHONE,
        ADDRESS,
        ACCOUNT,
        /** What an account proves itself with; never a person's. */
        SECRET,
        /** The data key of one person, under which the ledger keeps what it says of that person. */
        PERSON_KEY
    }

    /** Encrypts; the same text gives other bytes each time. */
    byte[] encrypt(Field field, String clear);

    /**
     * Decrypts.
     *
     * @throws IllegalStateException when the bytes were changed or belong to another key or field
     */
    String decrypt(Field field, byte[] bytes);

    /**
     * Blind index of a normalised value: equal values give equal bytes under one key version, nothing else can be read
     * from it. 15-digit ID numbers are made 18-digit before.
     */
    byte[] blindIndex(Field field, String normalised);

    /** Blind index of the last four characters, bound to a county so that it cannot be joined across counties. */
    byte[] blindIndexOfLastFour(Field field, String normalised, Place county);

    /**
     * Version of the key behind the blind index at this moment, stored beside it. A later change of the key moves the
     * index, whose first byte then says so; what is stored beside it goes on to say under which key it came.
     */
    int keyVersion();
}
