package org.sangyu.rules.packs;

/**
 * A file of a pack that does not lie in the packs folder, as the installation layer keeps them in its database.
 *
 * @param path as it would be inside a packs folder, for instance {@code installation/<code>/settings.yaml}
 * @param text YAML in the same shape and under the same checks as a file
 */
public record PackFile(String path, String text) {}
