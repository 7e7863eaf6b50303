package org.sangyu.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elder's page: one thing at a time, in words an elder uses.
 *
 * @param greeting name and a greeting
 * @param shown the thing this page is about; null on the page of the rest
 * @param rest on the last page, what there is nothing to do about
 * @param position for example 2 / 3; empty when there is one page only
 * @param previous address of the thing before, or null
 * @param next address of the thing after, or null
 * @param frame size and the ways out
 * @param looked address of who opened the record
 * @param trusts true when the reader may see and end who is trusted
 * @param call whom to call
 */
public record PlainView(
        String greeting,
        @Nullable Thing shown,
        List<Rest> rest,
        String position,
        @Nullable String previous,
        @Nullable String next,
        Around frame,
        String looked,
        boolean trusts,
        @Nullable Call call) {

    /**
     * One sentence, one amount, one reason, one next step.
     *
     * @param amount empty when there is none to name
     * @param clause document and clause of the reason; empty when there is no reason
     */
    public record Thing(String sentence, String amount, String reason, String clause, String nextStep) {}

    /** Something without anything to do. */
    public record Rest(String sentence, String reason) {}

    /**
     * The page around it.
     *
     * @param size 1 to 4: main text of 20, 24, 30 or 36 px
     * @param larger address with larger type, or null at the largest
     * @param smaller address with smaller type, or null at the smallest
     * @param back for a worker who opened it for an elder; null for the elder
     */
    public record Around(
            int size,
            @Nullable String larger,
            @Nullable String smaller,
            @Nullable String back) {}

    /**
     * Whom to call.
     *
     * @param office the office's name
     * @param telephone as printed
     * @param dialled digits only, with a leading plus where there is one
     */
    public record Call(String office, String telephone, String dialled) {}
}
