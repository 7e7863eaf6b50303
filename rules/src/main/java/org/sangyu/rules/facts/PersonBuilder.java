package org.sangyu.rules.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;

/** Gathers a person's facts one by one; what is never said stays unknown or, for complete lists, absent. */
public final class PersonBuilder {
    private final String id;
    private final LocalDate born;
    private @Nullable Sex sex;
    private @Nullable Death died;
    private final List<Residence> residences = new ArrayList<>(2);
    private final List<TagFact> tags = new ArrayList<>(2);
    private final List<AbilityFact> ability = new ArrayList<>(1);
    private final List<LtciFact> ltci = new ArrayList<>(0);
    private final List<StayFact> institution = new ArrayList<>(0);
    private final List<Receipt> receives = new ArrayList<>(1);

    PersonBuilder(String id, LocalDate born) {
        this.id = id;
        this.born = born;
    }

    /** Known sex; without this call it is not known. */
    public PersonBuilder sex(@Nullable Sex known) {
        sex = known;
        return this;
    }

    /** Death as told; without this call the person is alive as far as known. */
    public PersonBuilder died(@Nullable Death told) {
        died = told;
        return this;
    }

    /** Registered at this place on all days. */
    public PersonBuilder registered(String place) {
        return lives(new Residence(ResidenceKind.REGISTERED, RegionCode.of(place), Span.ALWAYS, Provenance.UNSAID));
    }

    /** Usually living at this place on all days. */
    public PersonBuilder resides(String place) {
        return lives(new Residence(ResidenceKind.USUAL, RegionCode.of(place), Span.ALWAYS, Provenance.UNSAID));
    }

    /** One more dated residence. */
    public PersonBuilder lives(Residence residence) {
        residences.add(residence);
        return this;
    }

    /** One more tag on the days of the span, nothing said more closely. */
    public PersonBuilder tag(Tag tag, Span span) {
        return tag(TagFact.of(tag, span));
    }

    /** One more tag. */
    public PersonBuilder tag(TagFact fact) {
        tags.add(fact);
        return this;
    }

    /** One more result of GB/T 42195-2022. */
    public PersonBuilder ability(int level, LocalDate on) {
        return ability(new AbilityFact(AbilityFact.GBT_42195_2022, level, on, Provenance.UNSAID));
    }

    /** One more result of an ability assessment. */
    public PersonBuilder ability(AbilityFact fact) {
        ability.add(fact);
        return this;
    }

    /** One more grade of long-term-care insurance. */
    public PersonBuilder ltci(LtciFact fact) {
        ltci.add(fact);
        return this;
    }

    /** One more stay in an institution. */
    public PersonBuilder institution(StayFact fact) {
        institution.add(fact);
        return this;
    }

    /** One more thing received. */
    public PersonBuilder receives(Receipt fact) {
        receives.add(fact);
        return this;
    }

    /** The person with everything said so far. */
    public Person build() {
        return new Person(id, born, sex, died, residences, tags, ability, ltci, institution, receives);
    }
}
