package org.sangyu.rules.packs;

/** A group of people that documents speak of, such as those to be visited; who belongs to it stands in the layers. */
public record Group(String id, int order, Text name) {}
