package org.sangyu.rules.packs;

/** The worked examples beside one benefit of one pack: people, months, and what must come out. */
public record CaseFile(Pack pack, String benefit, PackFile file) {}
