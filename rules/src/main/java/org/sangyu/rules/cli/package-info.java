/**
 * The commands {@code decide}, {@code groups} and {@code pack check}: files in, answers out, no database.
 *
 * <p>Standard output holds only the answer; everything else goes to standard error, in Chinese and English. Exit 2 is a
 * fault of the input, 1 a fault of ours.
 */
@NullMarked
package org.sangyu.rules.cli;

import org.jspecify.annotations.NullMarked;
