package org.sangyu.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.Period;
import org.sangyu.registry.internal.Precedence.Claim;
import org.sangyu.shared.ElderId;

/** What is said about one person today, gathered and settled one by one: the plain reading of the projection. */
final class ElderState {

    /** What an identity fact says, protected values still encrypted. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Identity(
            String name,
            @Nullable LocalDate born,
            @Nullable String sex,
            byte @Nullable [] idEnc,
            byte @Nullable [] idIdx,
            @Nullable Integer idKey) {}

    /** Where somebody lives. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Home(String at, byte @Nullable [] addressEnc) {}

    /** A telephone, encrypted. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Phone(byte[] enc, byte[] idx) {}

    private final ElderId id;
    private final List<Claim<Identity>> identities = new ArrayList<>(1);
    private final List<Claim<Home>> registered = new ArrayList<>(1);
    private final List<Claim<Home>> usual = new ArrayList<>(1);
    private final List<Claim<Phone>> phones = new ArrayList<>(1);
    private final List<Claim<LocalDate>> deaths = new ArrayList<>(0);
    private final TreeSet<String> tags = new TreeSet<>();

    ElderState(ElderId id) {
        this.id = id;
    }

    ElderId id() {
        return id;
    }

    void identity(Identity identity, LocalDate from, int rank, long recorded) {
        identities.add(claim(identity, from, rank, recorded));
    }

    void home(boolean isRegistered, Home home, LocalDate from, int rank, long recorded) {
        (isRegistered ? registered : usual).add(claim(home, from, rank, recorded));
    }

    void phone(Phone phone, LocalDate from, int rank, long recorded) {
        phones.add(claim(phone, from, rank, recorded));
    }

    void death(LocalDate on, int rank, long recorded) {
        deaths.add(claim(on, on, rank, recorded));
    }

    void tag(String tag) {
        tags.add(tag);
    }

    boolean isKnown() {
        return !identities.isEmpty();
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    /** First known value of a field among the identities, in the order in which they count. */
    <T> @Nullable T ofIdentity(Function<Identity, @Nullable T> field) {
        for (Claim<Identity> claim :
                identities.stream().sorted(Precedence.order()).toList()) {
            T value = field.apply(claim.value());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Nullable
    Home registered() {
        return first(registered);
    }

    @Nullable
    Home usual() {
        return first(usual);
    }

    @Nullable
    Phone phone() {
        return first(phones);
    }

    @Nullable
    LocalDate died() {
        return first(deaths);
    }

    private static <T> @Nullable T first(List<Claim<T>> claims) {
        return claims.stream().min(Precedence.order()).map(Claim::value).orElse(null);
    }

    private static <T> Claim<T> claim(T value, LocalDate from, int rank, long recorded) {
        return new Claim<>(value, new Period(from.equals(LocalDate.MIN) ? null : from, null), rank, recorded);
    }
}
