package org.sangyu.access.web;

import java.util.List;

/**
 * One step of the sign-in by telephone, in large type.
 *
 * @param step {@code number}, {@code code} or {@code who}
 * @param phone the number with its middle hidden; empty at the first step
 * @param choices who may be chosen, as they are read out
 * @param said a sentence above the form; empty for none
 * @param wrong what is wrong with what was typed; empty for nothing
 */
public record PhoneView(String step, String phone, List<String> choices, String said, String wrong) {}
