package org.sangyu.registry.internal.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sangyu.registry.internal.ElderProjection;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.KillPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns decided rows of the staging table into facts and the projection of now, set-based. */
@Component
class Merge {

    private static final String NEW_ELDERS = """
            insert into registry.elder (id, place, registered, resides, name, name_key, pinyin, initials, born, sex,
                id_enc, id_idx, id_key, id4_idx, phone_enc, phone_idx, phone4_idx, address_enc, tags, updated)
            select s.elder, s.place, s.registered, s.resides, s.name, s.name_key, s.pinyin, s.initials, s.born, s.sex,
                s.id_enc, s.id_idx, case when s.id_idx is not null then :key end, s.id4_idx, s.phone_enc, s.phone_idx,
                s.phone4_idx, s.address_enc, coalesce(s.tags, '{}'), :now
            from registry.intake_staging s
            where s.outcome = 'TAKEN' and not s.known and not s.again
            """;

    private final JdbcClient jdbc;
    private final Staging staging;
    private final ElderProjection projection;
    private final FieldCipher cipher;

    Merge(JdbcClient jdbc, Staging staging, ElderProjection projection, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.projection = projection;
        this.cipher = cipher;
    }

    /**
     * Who says it, when, on what ground.
     *
     * @param source code of the source
     * @param evidence hash of the file
     * @param batch the import
     * @param by account
     * @param at instant of recording
     */
    record Said(String source, String evidence, UUID batch, String by, Instant at) {}

    /** Writes everything; rows of known people that said nothing new stay without effect. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void run(Said said) {
        Map<String, Object> parameters = Map.of(
                "source", said.source(),
                "evidence", said.evidence(),
                "batch", said.batch(),
                "by", said.by(),
                "now", OffsetDateTime.ofInstant(said.at(), ZoneOffset.UTC),
                "key", cipher.keyVersion());
        staging.serveCounties();
        if (staging.holdsNew()) {
            jdbc.sql(NEW_ELDERS).params(parameters).update();
            KillPoint.at("import.between-elder-and-facts");
            for (FactMerge fact : FactMerge.ALL) {
                jdbc.sql(fact.insertNew()).params(parameters).update();
            }
        }
        if (staging.holdsKnown()) {
            mergeKnown(parameters);
        }
    }

    private void mergeKnown(Map<String, Object> parameters) {
        Set<UUID> changed = new LinkedHashSet<>();
        for (FactMerge fact : FactMerge.ALL) {
            jdbc.sql(fact.close()).params(parameters).update();
            changed.addAll(jdbc.sql(fact.insertKnown())
                    .params(parameters)
                    .query(UUID.class)
                    .list());
            KillPoint.at("import.between-merge-and-history");
        }
        if (!changed.isEmpty()) {
            List<UUID> elders = List.copyOf(changed);
            projection.rebuild(elders.stream().map(ElderId::new).toList());
            staging.markChanged(elders);
        }
    }
}
