package org.sangyu.rules.engine;

import java.util.List;
import org.sangyu.rules.facts.Person;

/**
 * People in columns.
 *
 * @param born days since 1970-01-01
 * @param facts as {@link org.sangyu.rules.FactBits}
 * @param odd 0, or the number of the facts beside the columns, from 1
 * @param size how many rows count
 * @param oddOnes the facts beside the columns, the first has number 1
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not compared
public record Rows(int[] born, long[] facts, int[] odd, int size, List<Person> oddOnes) {}
