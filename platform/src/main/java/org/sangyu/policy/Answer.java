package org.sangyu.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.Kind;
import org.sangyu.rules.packs.Period;
import org.sangyu.rules.packs.Unit;
import org.sangyu.shared.Entitlements.Because;
import org.sangyu.shared.Entitlements.Outcome;
import org.sangyu.shared.Entitlements.Standing;
import org.sangyu.ui.Language;

/** One decision for one person, one benefit and one month; words are made only when asked for. */
public interface Answer {

    /** The benefit's id. */
    String benefit();

    /** How it ended. */
    Outcome outcome();

    /** What is owed for the period when entitled, in fen (pieces for a thing); else 0. */
    long fen();

    /** True where the document gives only a minimum. */
    boolean atLeast();

    /** What it may be when undetermined, ascending, 0 for 'not entitled'; empty when no amount is known. */
    List<Long> possible();

    /** The amount before a conflict with another benefit changed it; null when none did. */
    @Nullable
    Long before();

    /** Unit of the amounts. */
    Unit unit();

    /** How often it is due. */
    Period period();

    /** Money, service or thing; only money may stand in a payment file. */
    Kind kind();

    /** Fingerprint of the reasons: equal reasons, equal number. */
    long reasonsKey();

    /** Whether the documents of the place give the benefit, only announce it, or do not know it at all. */
    Standing standing();

    /** Every reason in words, with document and clause as printed; the first decides. */
    List<Because> because(Language language);

    /** The amount with its unit in words; null unless entitled. */
    @Nullable
    String amount(Language language);

    /** JSON list of {@code code, args, zh, en, document, clause, kind, fact}: what is kept beside a decision. */
    String json();
}
