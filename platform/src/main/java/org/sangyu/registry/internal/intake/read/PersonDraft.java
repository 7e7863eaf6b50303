package org.sangyu.registry.internal.intake.read;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.IdNumber;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;

/**
 * What one row says about one person; null and empty mean that the row leaves what is known as it is.
 *
 * @param number line of the file
 * @param who name, ID number, birth, sex
 * @param where village or township, address
 * @param reach telephone and contact
 * @param categories tags, living arrangement, ability
 * @param account where money goes
 * @param opening what the person receives already, in that template only
 * @param remarks taken, but worth a look
 */
public record PersonDraft(
        int number,
        Who who,
        Where where,
        Reach reach,
        Care categories,
        @Nullable Account account,
        @Nullable Opening opening,
        List<Problem> remarks) {

    /**
     * Who it is; without an ID number the birth is there.
     *
     * @param name cleaned
     * @param id the ID number
     * @param born from the ID number where there is one
     * @param sex {@code F} or {@code M}
     */
    public record Who(
            String name,
            @Nullable IdNumber id,
            @Nullable LocalDate born,
            @Nullable String sex) {}

    /**
     * Where the person belongs and lives.
     *
     * @param place registered village, or the township while the village is not known, or null when left
     * @param unknownVillage the village as written when only the township was found; else null
     * @param resides village of usual residence
     * @param address detail, protected
     */
    public record Where(
            @Nullable Place place,
            @Nullable String unknownVillage,
            @Nullable Place resides,
            @Nullable String address) {}

    /**
     * How to reach the person.
     *
     * @param phone the person's own
     * @param contactPhone of somebody near
     * @param contact that person's name
     * @param relation to the elder
     */
    public record Reach(
            @Nullable String phone,
            @Nullable String contactPhone,
            @Nullable String contact,
            @Nullable String relation) {}

    /**
     * What the person needs.
     *
     * @param tags categories, each once
     * @param arrangement how the person lives
     * @param ability level 0 to 4, then {@code assessed} is there too
     * @param assessed day of the assessment
     */
    public record Care(
            List<Categories.Tag> tags,
            @Nullable String arrangement,
            @Nullable Integer ability,
            @Nullable LocalDate assessed) {}

    /**
     * An account.
     *
     * @param bank its name; may be empty
     * @param number 12 to 25 digits
     * @param holder the person where the row leaves it blank
     */
    public record Account(String bank, String number, String holder) {}

    /**
     * A benefit received already.
     *
     * @param benefit its id
     * @param amount each period
     * @param paidUpTo last month paid
     */
    public record Opening(String benefit, Money amount, YearMonth paidUpTo) {}
}
