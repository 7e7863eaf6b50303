package org.sangyu.rules.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.Receipt;
import org.sangyu.rules.packs.Benefit;
import org.sangyu.rules.packs.Conflict;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.ReceivedBenefit;
import org.sangyu.rules.packs.Unit;

/** One rule about benefits that do not add up, made ready. */
final class Conflicts {
    private record Member(Arg.Named name, int index, Unit unit) {}

    private final Conflict rule;
    private final boolean confirmed;
    private final Cite cite;
    private final List<Member> members;

    private Conflicts(Conflict rule, boolean confirmed, Cite cite, List<Member> members) {
        this.rule = rule;
        this.confirmed = confirmed;
        this.cite = cite;
        this.members = members;
    }

    /** Makes a rule ready; null when none is in force. One whose day of force is not known is not confirmed either. */
    static @Nullable Conflicts of(Frame frame, Parameter<Conflict> rule, List<Benefit> decided) {
        Choice<Dated<Conflict>> choice = Choice.of(frame, List.of(rule), frame.factDay, d -> d);
        if (choice.isEmpty()) {
            return null;
        }
        Dated<Conflict> dated = choice.options.getFirst().value();
        if (dated == null) {
            return null;
        }
        List<Member> members = dated.value().members().stream()
                .map(id -> member(frame, id, decided))
                .toList();
        boolean confirmed = dated.value().confirmed() && choice.unknown == null;
        return new Conflicts(dated.value(), confirmed, Cite.of(dated), members);
    }

    private static Member member(Frame frame, String id, List<Benefit> decided) {
        Arg.Named name = Checks.named(frame.packs, id);
        for (int i = 0; i < decided.size(); i++) {
            if (decided.get(i).id().equals(id)) {
                return new Member(name, i, decided.get(i).unit());
            }
        }
        ReceivedBenefit other = frame.packs.received().get(id);
        return new Member(name, -1, other == null ? Unit.CNY_MONTH : other.unit());
    }

    List<String> memberIds() {
        return rule.members();
    }

    /** Changes the decisions in place where the person has two members or more. */
    void settle(Case person, Decision[] decisions) {
        List<Rival> rivals = null;
        for (Member member : members) {
            Rival rival = rival(member, person, decisions);
            if (rival != null) {
                rivals = rivals == null ? new ArrayList<>(2) : rivals;
                rivals.add(rival);
            }
        }
        if (rivals == null || rivals.size() < 2) {
            return;
        }
        if (!confirmed) {
            for (Rival own : rivals) {
                unconfirmed(own, other(own, rivals), decisions);
            }
            return;
        }
        switch (rule.rule()) {
            case EXCLUDE -> keepOne(first(rivals), rivals, decisions, ReasonCode.CONFLICT_EXCLUDED);
            case CHOOSE_HIGHER -> chooseHigher(rivals, decisions);
            case DEDUCT_FIRST -> deduct(rivals, decisions);
        }
    }

    private static @Nullable Rival rival(Member member, Case person, Decision[] decisions) {
        Decision decision = member.index() < 0 ? null : decisions[member.index()];
        Receipt receipt = person.person.receives().isEmpty()
                ? null
                : PersonChecks.ReceivesIt.receipt(person, member.name().id());
        if (decision instanceof Decision.Entitled entitled) {
            return new Rival(member.name(), member.index(), member.unit(), entitled.amount(), receipt != null, true);
        }
        if (receipt == null || decision instanceof Decision.NotEntitled) {
            return null;
        }
        return new Rival(member.name(), member.index(), member.unit(), receipt.fen(), true, decision == null);
    }

    private static Rival other(Rival own, List<Rival> rivals) {
        return rivals.stream().filter(r -> !r.equals(own)).findFirst().orElse(own);
    }

    private static Rival first(List<Rival> rivals) {
        return rivals.stream().filter(Rival::received).findFirst().orElse(rivals.getFirst());
    }

    private void unconfirmed(Rival own, Rival other, Decision[] decisions) {
        if (own.index() >= 0 && decisions[own.index()] instanceof Decision.Entitled entitled) {
            decisions[own.index()] = undetermined(
                    entitled,
                    cite.reason(ReasonCode.CONFLICT_UNCONFIRMED, null, other.name(), other.shown(), own.shown()));
        }
    }

    private static Decision undetermined(Decision.Entitled entitled, Reason why) {
        long before = entitled.before() == null ? entitled.amount() : entitled.before();
        return new Decision.Undetermined(
                entitled.benefit(), List.of(0L, entitled.amount()), before, with(why, entitled.reasons()));
    }

    private static List<Reason> with(Reason first, List<Reason> rest) {
        List<Reason> reasons = new ArrayList<>(rest.size() + 1);
        reasons.add(first);
        reasons.addAll(rest);
        return List.copyOf(reasons);
    }

    private void chooseHigher(List<Rival> rivals, Decision[] decisions) {
        Rival unknown =
                rivals.stream().filter(r -> r.amount() == null).findFirst().orElse(null);
        if (unknown != null) {
            rivals.stream().filter(r -> !r.equals(unknown)).forEach(r -> dependsOn(r, unknown, decisions));
            return;
        }
        Rival best = first(rivals);
        for (Rival rival : rivals) {
            best = byYear(rival) > byYear(best) ? rival : best;
        }
        long most = byYear(best);
        List<Rival> equals = rivals.stream().filter(r -> byYear(r) == most).toList();
        keepOne(first(equals), rivals, decisions, ReasonCode.CONFLICT_LOWER);
    }

    private static long byYear(Rival rival) {
        Long byYear = rival.byYear();
        return byYear == null ? 0 : byYear;
    }

    private void dependsOn(Rival own, Rival other, Decision[] decisions) {
        if (own.index() >= 0 && decisions[own.index()] instanceof Decision.Entitled entitled) {
            decisions[own.index()] =
                    undetermined(entitled, cite.reason(ReasonCode.CONFLICT_UNKNOWN_OTHER, null, other.name()));
        }
    }

    private void keepOne(Rival winner, List<Rival> rivals, Decision[] decisions, ReasonCode code) {
        for (Rival rival : rivals) {
            if (rival.equals(winner) || rival.index() < 0) {
                continue;
            }
            if (decisions[rival.index()] instanceof Decision.Entitled entitled) {
                if (winner.sure()) {
                    Reason why = cite.reason(code, null, winner.name(), winner.shown(), rival.shown());
                    decisions[rival.index()] = new Decision.NotEntitled(
                            entitled.benefit(), before(entitled), with(why, entitled.reasons()));
                } else {
                    dependsOn(rival, winner, decisions);
                }
            }
        }
        if (winner.index() >= 0 && decisions[winner.index()] instanceof Decision.Entitled kept) {
            Reason why = cite.reason(
                    ReasonCode.CONFLICT_KEPT, null, other(winner, rivals).name());
            List<Reason> reasons = new ArrayList<>(kept.reasons());
            reasons.add(why);
            decisions[winner.index()] = new Decision.Entitled(
                    kept.benefit(), kept.amount(), kept.atLeast(), kept.before(), List.copyOf(reasons));
        }
    }

    private static long before(Decision.Entitled entitled) {
        return entitled.before() == null ? entitled.amount() : entitled.before();
    }

    private void deduct(List<Rival> rivals, Decision[] decisions) {
        long sum = 0;
        Rival unknown = null;
        for (Rival rival : rivals) {
            Long byYear = rival.byYear();
            if (unknown != null) {
                dependsOn(rival, unknown, decisions);
            } else if (byYear == null || !rival.sure()) {
                unknown = rival;
            } else {
                sum += Math.max(0, byYear - sum(rival, sum, decisions));
            }
        }
    }

    /** Takes the sum so far off one member; returns what was taken off, by the year. */
    private long sum(Rival rival, long byYear, Decision[] decisions) {
        if (byYear == 0 || rival.index() < 0 || !(decisions[rival.index()] instanceof Decision.Entitled entitled)) {
            return 0;
        }
        long off = rival.inOwnUnit(byYear);
        long rest = entitled.amount() - off;
        Reason why = cite.reason(ReasonCode.CONFLICT_DEDUCTED, null, new Arg.Amount(off, rival.unit()), rival.shown());
        decisions[rival.index()] = rest > 0
                ? new Decision.Entitled(
                        entitled.benefit(), rest, entitled.atLeast(), before(entitled), with(why, entitled.reasons()))
                : new Decision.NotEntitled(entitled.benefit(), before(entitled), with(why, entitled.reasons()));
        return byYear;
    }
}
