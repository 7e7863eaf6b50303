package org.sangyu.registry.internal.intake.sheet;

/** What a file is by its first bytes. */
enum Magic {
    EMPTY,
    ZIP,
    OLD_EXCEL,
    PDF,
    OTHER;

    static final int LENGTH = 8;

    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};
    private static final byte[] OLE_HEAD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF_HEAD = {'%', 'P', 'D', 'F'};

    static Magic of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, ZIP_HEAD)) {
            return ZIP;
        }
        if (startsWith(head, OLE_HEAD)) {
            return OLD_EXCEL;
        }
        return startsWith(head, PDF_HEAD) ? PDF : OTHER;
    }

    private static boolean startsWith(byte[] head, byte[] wanted) {
        return head.length >= wanted.length
                && java.util.Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }
}
