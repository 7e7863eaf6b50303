package org.sangyu.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.sangyu.rules.facts.Attribute;
import org.sangyu.rules.facts.ResidenceKind;
import org.sangyu.rules.facts.Sex;
import org.sangyu.rules.packs.Source;
import org.sangyu.rules.packs.Text;
import org.sangyu.rules.packs.Unit;

/** A typed argument of a reason. */
public sealed interface Arg {

    /** A number: an age in full years, a level, a grade. */
    record Whole(int value) implements Arg {}

    /** An amount in fen, or pieces. */
    record Amount(long value, Unit unit) implements Arg {}

    /** The amounts an answer may be; 0 stands for 'not entitled'. */
    record Amounts(List<Long> values, Unit unit) implements Arg {
        /** Copies the values. */
        public Amounts {
            values = List.copyOf(values);
        }
    }

    /** A day. */
    record Day(LocalDate value) implements Arg {}

    /** A month. */
    record Month(YearMonth value) implements Arg {}

    /** A day as exact as its document, as the pack writes it. */
    record Inexact(String written) implements Arg {}

    /** A tag, by its code. */
    record Tag(org.sangyu.rules.facts.Tag value) implements Arg {}

    /** Several tags, of which one was needed. */
    record Tags(List<org.sangyu.rules.facts.Tag> values) implements Arg {
        /** Copies the values. */
        public Tags {
            values = List.copyOf(values);
        }
    }

    /** An attribute of a tag. */
    record Detail(Attribute value) implements Arg {}

    /** Values of an attribute, as indexes. */
    record Choices(Attribute attribute, List<Integer> values) implements Arg {
        /** Copies the values. */
        public Choices {
            values = List.copyOf(values);
        }
    }

    /** A sex. */
    record OfSex(Sex value) implements Arg {}

    /** A place. */
    record Place(RegionCode value) implements Arg {}

    /** Which residence. */
    record OfResidence(ResidenceKind value) implements Arg {}

    /** Something missing, as the reason that would be given if it mattered. */
    record Missing(Reason value) implements Arg {}

    /** A paper and its clause, where a reason speaks of a second one. */
    record Cited(Source value) implements Arg {}

    /** Something with an id and a name: a benefit, a group, an instrument. */
    record Named(String id, Text name) implements Arg {}
}
