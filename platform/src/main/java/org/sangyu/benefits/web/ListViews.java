package org.sangyu.benefits.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.ui.Chip;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Option;
import org.sangyu.ui.Pager;

/** What the smaller lists of enrolment show. */
public final class ListViews {

    private ListViews() {}

    /** Accounts that wait for a second person. */
    public record Accounts(String total, List<Chip> chips, List<AccountRow> rows, boolean mayConfirm, Pager pager) {}

    /**
     * One of them.
     *
     * @param own true when this person proposed it
     */
    public record AccountRow(
            String id,
            String href,
            String name,
            String place,
            String benefit,
            String kind,
            String holder,
            String bank,
            String number,
            String proposed,
            List<String> flags,
            boolean own) {}

    /** People on hold in a month. */
    public record Holds(
            String month,
            List<Chip> chips,
            List<HoldRow> rows,
            boolean mayDecide,
            FormErrors errors,
            String reason,
            Pager pager) {}

    /** One of them; missing holds one sentence a line. */
    public record HoldRow(
            String id,
            String href,
            String name,
            String who,
            String place,
            String benefit,
            List<String> missing,
            boolean enrolled,
            String tone,
            String decision,
            String by,
            boolean checked) {}

    /** Public notices, and who waits for one. */
    public record Notices(List<Waiting> waiting, List<NoticeRow> rows, boolean mayMake, FormErrors errors) {}

    /**
     * People of a benefit who stand on no notice yet.
     *
     * @param days in the field
     * @param least fewer are refused
     */
    public record Waiting(String benefit, String name, String people, String days, int least) {}

    /**
     * A notice.
     *
     * @param parts how many papers it fills
     */
    public record NoticeRow(
            String benefit,
            String place,
            String from,
            String lastDay,
            String people,
            String madeBy,
            String tone,
            String state,
            String pdf,
            long parts) {}

    /** How a county enrols. */
    public record Settings(String county, List<SettingRow> rows) {}

    /** One benefit's procedure; form is null for desks that only read. */
    public record SettingRow(
            String benefit,
            String name,
            String mode,
            String way,
            String first,
            String back,
            String notice,
            String answer,
            boolean own,
            @Nullable SettingForm form) {}

    /** The same to be changed. */
    public record SettingForm(
            List<Option> modes,
            List<Option> ways,
            List<Option> firsts,
            String back,
            String notice,
            String answer,
            String why,
            String version,
            FormErrors errors) {}

    /**
     * An application being made.
     *
     * @param found people found for the text typed
     * @param person who it is for, or null before somebody was chosen
     */
    public record Apply(
            String text,
            List<Found> found,
            @Nullable Found person,
            List<Option> benefits,
            List<Option> applicants,
            Map<String, String> typed,
            FormErrors errors,
            List<String> missing) {}

    /** Somebody who can be chosen. */
    public record Found(String id, String name, String who, String maskedId, String place, String href) {}

    /** A printed list. */
    public record Paper(
            String title, String office, List<String> lines, List<PaperRow> rows, String total, String totalAmount) {}

    /** One printed line. */
    public record PaperRow(
            String number,
            String name,
            String sex,
            String maskedId,
            String place,
            String benefit,
            String amount,
            String first,
            String account) {}
}
