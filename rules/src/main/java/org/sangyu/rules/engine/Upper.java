package org.sangyu.rules.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.packs.Bounds;
import org.sangyu.rules.packs.Dated;
import org.sangyu.rules.packs.Parameter;
import org.sangyu.rules.packs.Standard;
import org.sangyu.rules.packs.Strength;
import org.sangyu.rules.packs.Timeline;

/** An upper layer's value that a lower one breaks counts instead of it, as a whole, from the day it is in force. */
final class Upper {

    private Upper() {}

    /** The value above that overrules this one; null when every upper layer is kept. */
    static @Nullable Dated<Standard> overruling(
            Dated<Standard> value, List<Parameter<Standard>> nearestFirst, Frame frame) {
        Dated<Standard> overruling = null;
        boolean above = false;
        for (Parameter<Standard> layer : nearestFirst) {
            if (above && layer.strength() != Strength.FREE) {
                Dated<Standard> upper = sure(layer, frame);
                if (upper != null && !Bounds.keeps(upper.value(), layer.strength(), value.value())) {
                    overruling = upper;
                }
            }
            above |= layer.values().contains(value);
        }
        return overruling;
    }

    private static @Nullable Dated<Standard> sure(Parameter<Standard> layer, Frame frame) {
        List<Timeline.Candidate<Standard>> on = Timeline.on(List.of(layer), frame.factDay, frame.asOf);
        return on.size() == 1 && on.getFirst() instanceof Timeline.Candidate.InForce<Standard>(Dated<Standard> dated)
                ? dated
                : null;
    }
}
