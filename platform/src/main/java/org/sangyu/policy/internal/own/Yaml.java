package org.sangyu.policy.internal.own;

/** Texts of people inside YAML that we write. */
final class Yaml {

    private Yaml() {}

    /** In double quotes; whatever could end them or the line is escaped, control characters become blanks. */
    static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(Character.isISOControl(c) || c == '\uFEFF' || isLineBreak(c) ? ' ' : c);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isLineBreak(char c) {
        return c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** The same text in both languages, where a person wrote it in one. */
    static String both(String text) {
        return "{zh: " + text(text) + ", en: " + text(text) + "}";
    }
}
