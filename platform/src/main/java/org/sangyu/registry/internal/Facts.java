package org.sangyu.registry.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.Period;
import org.sangyu.registry.RecordedFact;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fact tables, a fact at a time; bulk work goes past this through staging tables. */
@Repository
class Facts {

    private static final String INFINITY = "infinity";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL_OF_ONE = Arrays.stream(FactTable.values())
            .map(table -> """
                select '%s' as kind, to_jsonb(f)::text as content from %s f
                where f.elder = :elder and (f.place >= :lo and f.place < :hi or f.elder = any(cast(:people as uuid[])))""".formatted(table.name(), table.table()))
            .collect(Collectors.joining("\nunion all\n"));

    private final JdbcClient jdbc;
    private final FactCodec codec;

    Facts(JdbcClient jdbc, FactCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /** Everything ever recorded about one person, in no order. */
    List<FactRow> of(ElderId elder, Scope scope) {
        return jdbc.sql(ALL_OF_ONE)
                .param("elder", elder.value())
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("people", ScopeSql.people(scope))
                .query((row, number) -> read(FactTable.valueOf(row.getString(1)), JSON.readTree(row.getString(2))))
                .list();
    }

    /** One fact as it stands; empty when it was corrected, withdrawn, or never was. */
    Optional<FactRow> findStanding(ElderId elder, UUID fact, Scope scope) {
        return of(elder, scope).stream()
                .filter(row ->
                        row.fact().id().equals(fact) && row.fact().recorded().to() == null)
                .findFirst();
    }

    /** True when the source already says something of this kind from the same day. */
    boolean isStartTaken(ElderId elder, NewFact fact, Scope scope, @Nullable UUID except) {
        String key = FactKeys.keyOf(fact.content());
        return of(elder, scope).stream()
                .map(FactRow::fact)
                .filter(row -> row.recorded().to() == null && !row.id().equals(except))
                .filter(row -> row.source().equals(fact.source()))
                .filter(row -> FactKeys.keyOf(row.content()).equals(key))
                .anyMatch(row -> java.util.Objects.equals(
                        row.valid().from(), fact.valid().from()));
    }

    /** Writes a new fact. */
    void insert(Writing writing, NewFact fact) {
        FactTable table = FactTable.of(fact.content().kind());
        Map<String, @Nullable Object> values = codec.columns(fact.content());
        LocalDate from = fact.valid().from();
        LocalDate to = fact.valid().to();
        values.put("id", writing.id());
        values.put("elder", writing.elder().value());
        values.put("place", writing.place());
        values.put("valid_from", from == null ? LocalDate.MIN : from);
        values.put("valid_to", to == null ? LocalDate.MAX : to);
        values.put("recorded_from", OffsetDateTime.ofInstant(writing.at(), ZoneOffset.UTC));
        values.put("recorded_by", writing.by());
        values.put("source", fact.source());
        values.put("evidence", fact.evidence());
        values.put("batch", null);
        jdbc.sql(table.insert()).params(values).update();
    }

    /** Closes the recorded span; false when somebody else already did. */
    @Unscoped("by a row that a scope found")
    boolean closeRecorded(FactRow row, Instant at) {
        return jdbc.sql(
                                "update " + row.table().table()
                                        + " set recorded_to = :at where elder = :elder and id = :id and recorded_to = 'infinity'")
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("elder", row.elder())
                        .param("id", row.fact().id())
                        .update()
                == 1;
    }

    /**
     * What a new row carries besides the fact.
     *
     * @param id its id
     * @param elder whose
     * @param place path to which the person belongs
     * @param at when it is recorded
     * @param by account
     */
    record Writing(UUID id, ElderId elder, String place, Instant at, String by) {}

    private FactRow read(FactTable table, JsonNode row) {
        String recordedTo = FactCodec.require(row, "recorded_to");
        String batch = FactCodec.text(row, "batch");
        RecordedFact fact = new RecordedFact(
                UUID.fromString(FactCodec.require(row, "id")),
                codec.content(table.kind(), row),
                new Period(day(row, "valid_from"), day(row, "valid_to")),
                FactCodec.require(row, "source"),
                FactCodec.text(row, "evidence"),
                new RecordedFact.Recorded(
                        instant(FactCodec.require(row, "recorded_from")),
                        recordedTo.equals(INFINITY) ? null : instant(recordedTo),
                        FactCodec.require(row, "recorded_by"),
                        batch == null ? null : UUID.fromString(batch)),
                true);
        return new FactRow(
                table, UUID.fromString(FactCodec.require(row, "elder")), FactCodec.require(row, "place"), fact);
    }

    private static @Nullable LocalDate day(JsonNode row, String column) {
        String text = FactCodec.require(row, column);
        return text.endsWith(INFINITY) ? null : LocalDate.parse(text);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
