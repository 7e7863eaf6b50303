package org.sangyu.access.internal;

import java.security.GeneralSecurityException;

/** The algorithms behind protected fields, ready for one thread at a time. */
interface FieldEngine {

    /** Ciphertext with its 16-byte tag. */
    byte[] seal(byte[] nonce, byte[] binding, byte[] clear) throws GeneralSecurityException;

    /**
     * The clear bytes.
     *
     * @throws GeneralSecurityException when something was changed
     */
    byte[] open(byte[] nonce, byte[] binding, byte[] sealed) throws GeneralSecurityException;

    /** A keyed hash of 32 bytes. */
    byte[] mac(byte[] context, byte[] text);
}
