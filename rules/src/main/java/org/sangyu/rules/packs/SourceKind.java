package org.sangyu.rules.packs;

/** How strong the paper is that a value stands on. */
public enum SourceKind {
    /** The rule itself. */
    RULE,
    /** A plan that sets it. */
    PLAN_STATES,
    /** A plan that looks back on it; the rule itself is not in hand. */
    PLAN_REPORTS,
    /** A draft for comments; takes no part unless asked for. */
    DRAFT,
    /** Entered by the operator of this installation with a source of its own. */
    OPERATOR
}
