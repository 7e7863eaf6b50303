package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.Arg;
import org.sangyu.rules.FactUsed;
import org.sangyu.rules.Reason;
import org.sangyu.rules.ReasonCode;
import org.sangyu.rules.facts.Residence;
import org.sangyu.rules.facts.ResidenceKind;

/** The residence that a setting names lies in the region; a place known only more coarsely than the region is unknown. */
final class Residency implements Check {
    private final String region;
    private final ResidenceKind kind;
    private final Cite cite;
    private final Unknown unknown;

    Residency(Frame frame, String setting) {
        this.region = frame.region.digits();
        this.kind = frame.rules.residence(setting);
        this.cite = Cite.setting(setting);
        this.unknown = new Unknown(
                Unknown.RESIDENCE + (kind == ResidenceKind.REGISTERED ? 0 : 1),
                2,
                cite.reason(ReasonCode.RESIDENCE_UNKNOWN, null, new Arg.OfResidence(kind)));
    }

    @Override
    public int of(Case person) {
        Residence residence = person.residence(kind);
        if (residence != null) {
            String place = residence.place().digits();
            if (place.startsWith(region)) {
                return Truth.YES;
            }
            if (!region.startsWith(place)) {
                return Truth.NO;
            }
        }
        int assumed = person.ask(unknown, 0);
        return assumed < 0 ? Truth.UNKNOWN : Truth.of(assumed == 1);
    }

    @Override
    public void explain(Case person, int result, List<Reason> into) {
        Residence residence = person.residence(kind);
        if (residence != null
                && result == Truth.NO
                && !region.startsWith(residence.place().digits())) {
            FactUsed fact = new FactUsed(
                    kind == ResidenceKind.REGISTERED ? "registered" : "resides",
                    residence.provenance().source(),
                    residence.span().from());
            into.add(cite.reason(
                    ReasonCode.LIVES_ELSEWHERE,
                    fact,
                    new Arg.OfResidence(kind),
                    new Arg.Place(residence.place()),
                    new Arg.Place(person.frame.region)));
        }
    }
}
