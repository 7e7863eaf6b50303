package org.sangyu.rules.facts;

/** Which of the two residences: where registered (户籍), or where usually living (常住). */
public enum ResidenceKind {
    REGISTERED,
    USUAL
}
