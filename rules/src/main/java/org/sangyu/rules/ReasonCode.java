package org.sangyu.rules;

/**
 * Every kind of reason, with its arguments in order; the words for each stand in the resources beside this class.
 *
 * <p>The names are kept in databases and outside checks: they are added to, never renamed.
 */
public enum ReasonCode {
    /** Not one layer of the region knows the benefit: benefit, region. */
    NO_SUCH_BENEFIT,
    /** The benefit starts later: benefit, start as exact as known. */
    NOT_YET,
    /** The benefit has ended: benefit, end as exact as known. */
    ENDED,
    /** A document speaks of trying it; neither start nor amount is known: benefit. */
    ANNOUNCED,
    /** It exists, but the paper that rules it is not in hand: benefit. */
    EXISTS_ELSEWHERE,
    /** In force, but no layer gives an amount: benefit. */
    NO_AMOUNT,
    /** The documents saw a value first on that day and do not say what was before: first day seen. */
    EARLIER_UNKNOWN,
    /** The day of the change is not known: possible amounts, span of days in which it lies. */
    DATE_UNKNOWN,
    /** Two documents give different values for the same days: possible amounts, the other clause. */
    VALUES_CONTRADICT,
    /** Which rule is in force on the day is not known: span of days in which the change lies. */
    RULE_DATE_UNKNOWN,
    /** What the answer may be, given what is missing: possible amounts. */
    POSSIBLE_RESULTS,
    /** A lower value breaks what this layer demands, so this one counts: the lower clause. */
    UPPER_VALUE_COUNTS,

    /** The amount, the same for everyone: amount. */
    AMOUNT_FLAT,
    /** The amount of an age band: amount, age, band from. */
    AMOUNT_BY_AGE,
    /** The amount of a row: amount, tag, then the choices. */
    AMOUNT_BY_DETAILS,
    /** The amount by self-care: amount, choice. */
    AMOUNT_BY_SELF_CARE,
    /** The document has no amount for this combination: tag. */
    NO_ROW,

    /** Old enough: age, age needed. */
    AGE_REACHED,
    /** Too young: age, age needed. */
    AGE_BELOW,
    /** Too old: age, age below which it is. */
    AGE_ABOVE,
    /** Has the tag: tag. */
    HAS_TAG,
    /** Does not have the tag: tag. */
    LACKS_TAG,
    /** Has the tag, but another kind of it: tag, choice found, choices needed. */
    OTHER_DETAIL,
    /** In economic difficulty by this tag: tag. */
    ECONOMIC_DIFFICULTY,
    /** Has none of the tags that count as economic difficulty: tags. */
    NO_ECONOMIC_DIFFICULTY,
    /** Disabled by assessment: level, level from which it counts. */
    DISABLED_BY_ABILITY,
    /** Not disabled by assessment: level, level from which it counts. */
    NOT_DISABLED_BY_ABILITY,
    /** Disabled by the list of an office: tag. */
    DISABLED_BY_TAG,
    /** Neither assessed as disabled nor on a list: tag. */
    NOT_DISABLED,
    /** Severely handicapped: choice. */
    SEVERE_HANDICAP,
    /** Handicapped, but not severely: choice found, choices that count. */
    LIGHTER_HANDICAP,
    /** Not handicapped: tag. */
    NO_HANDICAP,
    /** Lives in an institution. */
    IN_INSTITUTION,
    /** Does not live in an institution. */
    AT_HOME,
    /** Ability as needed or worse: level, level needed. */
    ABILITY_REACHED,
    /** Ability better than needed: level, level needed. */
    ABILITY_BELOW,
    /** Long-term-care grade reached: grade, grade needed. */
    LTCI_REACHED,
    /** Long-term-care grade not reached: grade, grade needed. */
    LTCI_BELOW,
    /** Has no long-term-care grade: grade needed. */
    NO_LTCI,
    /** Of the sex asked for: sex. */
    SEX_FITS,
    /** Of the other sex: sex found, sex needed. */
    SEX_OTHER,
    /** Receives it: benefit. */
    RECEIVES,
    /** Does not receive it: benefit. */
    RECEIVES_NOT,
    /** Not one layer of the region says who belongs to the group: group, region. */
    GROUP_UNDEFINED,

    /** Registered or living outside: which residence, place, region. */
    LIVES_ELSEWHERE,
    /** The residence that counts is not known: which residence. */
    RESIDENCE_UNKNOWN,
    /** Dead before the month: day of death, month. */
    DIED,
    /** Not born in the month: birth, month. */
    NOT_BORN,
    /** A thing or sum given once was given: benefit. */
    ALREADY_RECEIVED,
    /** The year's amount was reached in an earlier month: that month. */
    REACHED_EARLIER,

    /** The birthday lies in this month, and a setting lets the whole month count: age. */
    MONTH_OF_BIRTHDAY,
    /** Born on a leap day, and a setting says which day counts in other years: age needed. */
    LEAP_DAY,
    /** Died in this month, and a setting pays it: day of death. */
    MONTH_OF_DEATH,
    /** The document vouches until that day and nothing later is known: that day. */
    LAST_CONFIRMED,
    /** The month is still to come: month. */
    MONTH_TO_COME,

    /** An attribute of a tag is not known: tag, attribute. */
    DETAIL_UNKNOWN,
    /** No result of an ability assessment is known: instrument. */
    ABILITY_UNKNOWN,
    /** How far the person cares for himself or herself is not known. */
    SELF_CARE_UNKNOWN,
    /** Assessed, but no confirmed mapping says what the level means for self-care: level. */
    SELF_CARE_NOT_MAPPED,
    /** The sex is not known. */
    SEX_UNKNOWN,
    /** Something is not known, but every possible value gives the same: the missing fact. */
    MAKES_NO_DIFFERENCE,

    /** Gives way to another benefit: the other, its amount by the year. */
    CONFLICT_EXCLUDED,
    /** Gives way to a higher one: the other, its amount by the year, own amount by the year. */
    CONFLICT_LOWER,
    /** Less, because others come first: sum taken off, amount before. */
    CONFLICT_DEDUCTED,
    /** Counts, and the other gives way: the other. */
    CONFLICT_KEPT,
    /** A rule about the two exists but is not confirmed: the other, its amount, own amount. */
    CONFLICT_UNCONFIRMED,
    /** Depends on another one whose amount is not known: the other. */
    CONFLICT_UNKNOWN_OTHER
}
