package org.sangyu.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens when benefits meet, as plainly as possible, written from the contract: everything is compared by the year,
 * what is received stays, deducting stops at nothing, and what is not known never takes from anybody what is known.
 */
final class PlainConflicts {

    private static final int MONTHS = 12;

    private final String rule;
    private final boolean confirmed;

    PlainConflicts(String rule, boolean confirmed) {
        this.rule = rule;
        this.confirmed = confirmed;
    }

    /** What the region's documents say about one member by itself. */
    enum Alone {
        ENTITLED,
        NOT_ENTITLED,
        UNDETERMINED,
        /** Another office pays it; the packs do not decide it. */
        ELSEWHERE
    }

    /**
     * One member, in the order of the pack.
     *
     * @param months true when its amount is by the month
     * @param amount fen when entitled
     * @param receipt received
     * @param received fen received, null when the amount is not known
     */
    record Member(
            String id,
            Alone alone,
            boolean months,
            long amount,
            boolean receipt,
            @Nullable Long received) {

        /** Takes part: entitled, or received and not denied. */
        boolean meets() {
            return alone == Alone.ENTITLED || receipt && alone != Alone.NOT_ENTITLED;
        }

        boolean isSure() {
            return alone == Alone.ENTITLED || alone == Alone.ELSEWHERE;
        }

        @Nullable
        Long byYear() {
            Long own = alone == Alone.ENTITLED ? Long.valueOf(amount) : received;
            return own == null ? null : own * (months ? MONTHS : 1);
        }
    }

    /** One word for each member that the packs decide, in their order: {@code ENTITLED fen} and so on. */
    List<String> settle(List<Member> members) {
        List<Member> meeting = members.stream().filter(Member::meets).toList();
        List<String> settled = new ArrayList<>();
        for (Member member : members) {
            if (member.alone() == Alone.ELSEWHERE) {
                continue;
            }
            boolean alone = member.alone() != Alone.ENTITLED || meeting.size() < 2;
            settled.add(member.id() + " " + (alone ? alone(member) : among(member, meeting)));
        }
        return settled;
    }

    private static String alone(Member member) {
        return member.alone() == Alone.ENTITLED
                ? "ENTITLED " + member.amount()
                : member.alone().name();
    }

    private String among(Member own, List<Member> meeting) {
        if (!confirmed) {
            return "UNDETERMINED";
        }
        return switch (rule) {
            case "EXCLUDE" -> against(own, firstReceived(meeting));
            case "CHOOSE_HIGHER" ->
                meeting.stream().anyMatch(one -> one.byYear() == null)
                        ? "UNDETERMINED"
                        : against(own, firstReceived(highest(meeting)));
            default -> deducted(own, meeting);
        };
    }

    private static String against(Member own, Member kept) {
        return own.equals(kept) ? alone(own) : kept.isSure() ? "NOT_ENTITLED" : "UNDETERMINED";
    }

    private static Member firstReceived(List<Member> meeting) {
        return meeting.stream().filter(Member::receipt).findFirst().orElse(meeting.getFirst());
    }

    private static List<Member> highest(List<Member> meeting) {
        long most = meeting.stream().mapToLong(PlainConflicts::year).max().orElseThrow();
        return meeting.stream().filter(one -> year(one) == most).toList();
    }

    private static long year(Member member) {
        Long byYear = member.byYear();
        return byYear == null ? 0 : byYear;
    }

    /** Whatever stands before is taken off; before something unknown nobody can say how much. */
    private static String deducted(Member own, List<Member> meeting) {
        long before = 0;
        for (Member member : meeting) {
            if (member.equals(own)) {
                break;
            }
            if (member.byYear() == null || !member.isSure()) {
                return "UNDETERMINED";
            }
            boolean decided = member.alone() == Alone.ENTITLED;
            before += decided ? Math.max(0, year(member) - before) : year(member);
        }
        long rest = own.amount() - before / (own.months() ? MONTHS : 1);
        return rest > 0 ? "ENTITLED " + rest : "NOT_ENTITLED";
    }
}
