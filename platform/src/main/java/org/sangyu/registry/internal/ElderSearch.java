package org.sangyu.registry.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSlice;
import org.sangyu.registry.ElderSummary;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds people by the beginning of a name or by a number, never by a part in the middle.
 *
 * <p>Each key has an index led by the county, so a county's first fifty are one short range; a city's are the first
 * fifty of each of its counties, merged.
 */
@Repository
class ElderSearch {

    /** Behind every text that begins with a text, in byte order. */
    static final String LAST = "\udbff\udfff";

    private final JdbcClient jdbc;
    private final ElderColumns columns;
    private final FieldCipher cipher;
    private final ServedPlaces served;
    private final FreshPlans plans;

    ElderSearch(JdbcClient jdbc, ElderColumns columns, FieldCipher cipher, ServedPlaces served, FreshPlans plans) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.cipher = cipher;
        this.served = served;
        this.plans = plans;
    }

    /** At most {@code limit} people; {@code next} only says that there are more. */
    ElderSlice search(Scope scope, String typed, int limit) {
        int one = limit + 1;
        List<ElderSummary> hits =
                switch (SearchText.of(typed)) {
                    case SearchText.Name name -> prefixes(scope, name.start(), one, "name", "name_key");
                    case SearchText.Letters letters -> prefixes(scope, letters.start(), one, "pinyin", "initials");
                    case SearchText.WholeId id ->
                        indexed(
                                scope,
                                Map.of(
                                        "id_idx",
                                        List.of(cipher.blindIndex(
                                                Field.ID_NUMBER, id.number().value()))),
                                one);
                    case SearchText.WholePhone phone ->
                        indexed(
                                scope,
                                Map.of("phone_idx", List.of(cipher.blindIndex(Field.PHONE, phone.digits()))),
                                one);
                    case SearchText.LastFour four -> lastFour(scope, four.four(), one);
                    case SearchText.Nothing nothing -> List.of();
                };
        return hits.size() > limit ? new ElderSlice(hits.subList(0, limit), "more") : new ElderSlice(hits, null);
    }

    private List<ElderSummary> prefixes(Scope scope, String start, int limit, String first, String second) {
        if (ScopeSql.county(scope) != null && !ScopeSql.isCounty(scope)) {
            plans.on();
        }
        String sql = "(" + prefix(scope, first, 0) + ") union all (" + prefix(scope, second, 1) + ")";
        Map<UUID, ElderSummary> hits = new LinkedHashMap<>();
        Map<UUID, Integer> order = new HashMap<>();
        jdbc.sql(sql).params(parameters(scope, start, limit)).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            if (!hits.containsKey(id)) {
                hits.put(id, columns.summary(row));
                order.put(id, row.getInt("key"));
            }
        });
        return hits.entrySet().stream()
                .sorted(java.util.Comparator.comparing(
                        (Map.Entry<UUID, ElderSummary> hit) -> order.getOrDefault(hit.getKey(), 0)))
                .limit(limit)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** One key, in the order of its index inside a county; over several counties merged by the key. */
    private static String prefix(Scope scope, String key, int number) {
        String one = "select " + ElderColumns.LIST + ", " + number + " as key, e." + key + " as sorted"
                + " from registry.elder e where e." + key + " >= :start and e." + key + " < :end";
        if (!scope.people().isEmpty()) {
            return one + " and " + Elders.IN_SCOPE + " order by e." + key + ", e.place limit :limit";
        }
        if (ScopeSql.county(scope) != null) {
            return one + " and e.county = :county" + ScopeSql.inside(scope) + " order by e." + key
                    + ", e.place limit :limit";
        }
        return "select h.* from registry.served_place s cross join lateral (" + one
                + " and e.county = s.place order by e." + key + ", e.place limit :limit) h"
                + " where s.place >= :lo and s.place < :hi order by h.sorted, h.place limit :limit";
    }

    private static Map<String, @Nullable Object> parameters(Scope scope, String start, int limit) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("start", start);
        parameters.put("end", start + LAST);
        parameters.put("lo", scope.lo());
        parameters.put("hi", scope.hi());
        parameters.put("county", ScopeSql.county(scope));
        parameters.put("people", ScopeSql.people(scope));
        parameters.put("limit", limit);
        return parameters;
    }

    private List<ElderSummary> lastFour(Scope scope, String four, int limit) {
        String county = ScopeSql.county(scope);
        List<String> counties = county != null
                ? List.of(county)
                : served.all().stream()
                        .filter(path -> !scope.people().isEmpty() || scope.contains(new Place(path)))
                        .sorted()
                        .toList();
        Map<String, List<byte[]>> keys = new LinkedHashMap<>();
        keys.put("id4_idx", bound(Field.ID_NUMBER, four, counties));
        if (!four.endsWith("X")) {
            keys.put("phone4_idx", bound(Field.PHONE, four, counties));
        }
        return indexed(scope, keys, limit);
    }

    private List<byte[]> bound(Field field, String four, List<String> counties) {
        return counties.stream()
                .map(county -> cipher.blindIndexOfLastFour(field, four, new Place(county)))
                .toList();
    }

    private List<ElderSummary> indexed(Scope scope, Map<String, List<byte[]>> keys, int limit) {
        String sql = keys.keySet().stream()
                .map(column -> "(select " + ElderColumns.LIST + " from registry.elder e where e." + column
                        + " = any(cast(:" + column + " as bytea[])) and " + Elders.IN_SCOPE + " limit :limit)")
                .collect(Collectors.joining(" union all "));
        Map<String, Object> parameters = new HashMap<>();
        keys.forEach((column, values) -> parameters.put(column, byteArrays(values)));
        parameters.put("lo", scope.lo());
        parameters.put("hi", scope.hi());
        parameters.put("people", ScopeSql.people(scope));
        parameters.put("limit", limit);
        Map<ElderId, ElderSummary> hits = new LinkedHashMap<>();
        jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> columns.summary(row))
                .list()
                .forEach(hit -> {
                    hits.putIfAbsent(hit.id(), hit);
                });
        return new ArrayList<>(hits.values());
    }

    private static String byteArrays(List<byte[]> values) {
        return values.stream()
                .map(bytes -> "\"\\\\x" + java.util.HexFormat.of().formatHex(bytes) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
