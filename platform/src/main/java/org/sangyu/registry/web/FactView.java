package org.sangyu.registry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact with its evidence.
 *
 * @param name whose
 * @param elder address of the person's page
 * @param topic what it speaks of
 * @param value what it says
 * @param period from when to when
 * @param source who says it
 * @param evidence a few words, may be empty
 * @param evidenceHref a stored file, or null
 * @param recorded when and by whom
 * @param state empty when it counts, else why not
 * @param base address of the fact
 * @param version the elder's version
 * @param reveals true when it holds a protected value
 * @param clear the protected value, after a reason was given; else null
 * @param mayChange true when this desk may correct it and it stands
 * @param mayClose true when it can end
 * @param others what else is or was said about the same thing
 * @param error sentence about what was refused, may be empty
 */
public record FactView(
        String name,
        String elder,
        String topic,
        String value,
        String period,
        String source,
        String evidence,
        @Nullable String evidenceHref,
        String recorded,
        String state,
        String base,
        String version,
        boolean reveals,
        @Nullable String clear,
        boolean mayChange,
        boolean mayClose,
        List<ElderView.Row> others,
        String error) {}
