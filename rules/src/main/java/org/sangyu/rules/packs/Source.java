package org.sangyu.rules.packs;

/**
 * Where it is written.
 *
 * @param document id in {@code documents.yaml}, or {@link #INSTALLATION_SETTING}; never blank
 * @param clause the clause as steps divided by blanks, outermost first, or a setting's key; never blank
 */
public record Source(String document, String clause) {

    /** Document of everything that no document gives and a setting decides. */
    public static final String INSTALLATION_SETTING = "installation setting";

    /** Refuses a source that says nothing. */
    public Source {
        if (document.isBlank() || clause.isBlank()) {
            throw new IllegalArgumentException("A source names its document and its clause");
        }
    }

    /** The source of a rule that is a setting of this installation. */
    public static Source setting(String key) {
        return new Source(INSTALLATION_SETTING, key);
    }
}
