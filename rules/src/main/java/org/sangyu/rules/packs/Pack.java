package org.sangyu.rules.packs;

/**
 * One layer: the nation, a province, city or county, or what an operator entered for one.
 *
 * @param id its folder inside the packs folder, for instance the national one {@code cn}
 * @param region digits of the region code; empty for the nation
 * @param draft a draft takes no part in decisions unless asked for
 * @param installation entered by the operator; nearer than every other layer
 */
public record Pack(String id, String region, Text name, boolean draft, boolean installation) {}
