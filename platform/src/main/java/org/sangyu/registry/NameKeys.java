package org.sangyu.registry;

/**
 * The keys under which a name is found from its beginning.
 *
 * @param name the name as kept: no blanks inside a Chinese name, one kind of middle dot
 * @param given the given name alone (去姓); the whole name when it has no surname to take off
 * @param pinyin all syllables together, lower case, no tones, {@code ü} written {@code v}; surnames by their own reading
 * @param initials first letter of every syllable
 */
public record NameKeys(String name, String given, String pinyin, String initials) {}
