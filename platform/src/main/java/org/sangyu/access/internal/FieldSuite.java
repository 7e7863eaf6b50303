package org.sangyu.access.internal;

/** Which algorithms protect the fields of an installation. */
enum FieldSuite {
    /** AES-256-GCM and HMAC-SHA256. */
    AES {
        @Override
        String algorithms() {
            return "AES-256-GCM";
        }

        @Override
        String hash() {
            return "HMAC-SHA256";
        }

        @Override
        FieldEngine engine(byte[] key) {
            return new AesEngine(key);
        }
    },
    /** SM4-GCM and HMAC-SM3 (国密). */
    SM {
        @Override
        String algorithms() {
            return "SM4-GCM";
        }

        @Override
        String hash() {
            return "HMAC-SM3";
        }

        @Override
        FieldEngine engine(byte[] key) {
            return new SmEngine(key);
        }
    };

    /** What encrypts, as the standards name it. */
    abstract String algorithms();

    /** What makes the blind index, as the standards name it. */
    abstract String hash();

    /** An engine for one thread at a time; a key is for encrypting or for the index, never for both. */
    abstract FieldEngine engine(byte[] key);
}
