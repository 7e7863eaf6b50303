package org.sangyu.policy.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Fact;
import org.sangyu.shared.FactSource;
import org.sangyu.shared.FactSource.FactQuery;
import org.sangyu.shared.FactSource.PersonFacts;

/** Merges what all modules say about people, in memory: every source is sorted by elder id. */
final class FactMerge {

    private FactMerge() {}

    /** Hands over each person once, in order, with the facts of all sources; one person is in memory at a time. */
    static void forEach(List<FactSource> sources, FactQuery query, BiConsumer<ElderId, List<Fact>> people) {
        List<Stream<PersonFacts>> open = new ArrayList<>();
        try {
            PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::elder));
            for (FactSource source : sources) {
                Stream<PersonFacts> stream = source.stream(query);
                open.add(stream);
                Head.next(stream.iterator()).ifPresent(heads::add);
            }
            while (!heads.isEmpty()) {
                ElderId elder = heads.element().elder();
                List<Fact> facts = new ArrayList<>();
                while (!heads.isEmpty() && heads.element().elder().equals(elder)) {
                    Head head = heads.remove();
                    facts.addAll(head.first().facts());
                    Head.next(head.rest()).ifPresent(next -> {
                        if (next.elder().compareTo(elder) < 0) {
                            throw new IllegalStateException("a source of facts is not sorted at " + next.elder());
                        }
                        heads.add(next);
                    });
                }
                people.accept(elder, facts);
            }
        } finally {
            open.forEach(Stream::close);
        }
    }

    private record Head(PersonFacts first, Iterator<PersonFacts> rest) {

        static java.util.Optional<Head> next(Iterator<PersonFacts> people) {
            return people.hasNext()
                    ? java.util.Optional.of(new Head(people.next(), people))
                    : java.util.Optional.empty();
        }

        ElderId elder() {
            return first.elder();
        }
    }
}
