package org.sangyu.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sangyu.rules.facts.Person;

/** Leaves out facts one after the other as long as a failure stays, so that what is printed can be read. */
final class Shrink {
    private Shrink() {}

    /** The person with only the facts that the failure needs. */
    static Person person(Person failing, Predicate<Person> fails) {
        Person smallest = failing;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Person fewer : withOneFewer(smallest)) {
                if (fails.test(fewer)) {
                    smallest = fewer;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<Person> withOneFewer(Person p) {
        List<Person> all = new ArrayList<>();
        without(p.tags())
                .forEach(tags -> all.add(new Person(
                        p.id(),
                        p.born(),
                        p.sex(),
                        p.died(),
                        p.residences(),
                        tags,
                        p.ability(),
                        p.ltci(),
                        p.institution(),
                        p.receives())));
        without(p.receives())
                .forEach(receives -> all.add(new Person(
                        p.id(),
                        p.born(),
                        p.sex(),
                        p.died(),
                        p.residences(),
                        p.tags(),
                        p.ability(),
                        p.ltci(),
                        p.institution(),
                        receives)));
        without(p.ability())
                .forEach(ability -> all.add(new Person(
                        p.id(),
                        p.born(),
                        p.sex(),
                        p.died(),
                        p.residences(),
                        p.tags(),
                        ability,
                        p.ltci(),
                        p.institution(),
                        p.receives())));
        without(p.ltci())
                .forEach(ltci -> all.add(new Person(
                        p.id(),
                        p.born(),
                        p.sex(),
                        p.died(),
                        p.residences(),
                        p.tags(),
                        p.ability(),
                        ltci,
                        p.institution(),
                        p.receives())));
        without(p.institution())
                .forEach(stays -> all.add(new Person(
                        p.id(),
                        p.born(),
                        p.sex(),
                        p.died(),
                        p.residences(),
                        p.tags(),
                        p.ability(),
                        p.ltci(),
                        stays,
                        p.receives())));
        without(p.residences())
                .forEach(places -> all.add(new Person(
                        p.id(),
                        p.born(),
                        p.sex(),
                        p.died(),
                        places,
                        p.tags(),
                        p.ability(),
                        p.ltci(),
                        p.institution(),
                        p.receives())));
        if (p.died() != null) {
            all.add(new Person(
                    p.id(),
                    p.born(),
                    p.sex(),
                    null,
                    p.residences(),
                    p.tags(),
                    p.ability(),
                    p.ltci(),
                    p.institution(),
                    p.receives()));
        }
        return all;
    }

    private static <T> List<List<T>> without(List<T> facts) {
        List<List<T>> fewer = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            List<T> rest = new ArrayList<>(facts);
            rest.remove(i);
            fewer.add(rest);
        }
        return fewer;
    }
}
