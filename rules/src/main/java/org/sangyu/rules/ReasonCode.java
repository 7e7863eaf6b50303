package org.sangyu.rules;

/** Every kind of reason; the words for each stand in the resources beside this class. */
public enum ReasonCode {
    /** Not one layer of the region knows the benefit. */
    NO_SUCH_BENEFIT
}
