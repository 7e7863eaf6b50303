package org.sangyu.registry.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.sangyu.registry.FactKind;

/** Where each kind of fact lies, and which columns hold what it says. */
enum FactTable {
    IDENTITY("identity_fact", "name", "born", "sex", "id_enc", "id_idx", "id_key"),
    RESIDENCE("residence_fact", "kind", "at", "address_enc"),
    HOUSEHOLD("household_fact", "arrangement", "remark"),
    CONTACT("contact_fact", "kind", "person", "relation", "phone_enc", "phone_idx", "phone_key"),
    TAG("tag_fact", "tag", "attributes", "reviewer"),
    ABILITY("ability_fact", "level", "instrument"),
    LTCI("ltci_fact", "grade"),
    INSTITUTION("institution_fact", "institution"),
    ACCOUNT("account_fact", "holder", "bank", "account_enc", "account_idx", "account_key"),
    LIFE("life_fact", "kind"),
    RECEIPT("receipt_fact", "benefit", "amount_fen");

    private final String table;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    FactTable(String table, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    static FactTable of(FactKind kind) {
        return valueOf(kind.name());
    }

    FactKind kind() {
        return FactKind.valueOf(name());
    }

    /** Name with its schema. */
    String table() {
        return "registry." + table;
    }

    /** Inserts one row; every column is a named parameter of the same name. */
    String insert() {
        String values = columns.stream()
                .map(column -> switch (column) {
                    case "attributes" -> "cast(:attributes as jsonb)";
                    case "born" -> "cast(:born as date)";
                    case "amount_fen" -> "cast(:amount_fen as bigint)";
                    default ->
                        column.endsWith("_enc") || column.endsWith("_idx")
                                ? "cast(:" + column + " as bytea)"
                                : ":" + column;
                })
                .collect(Collectors.joining(", "));
        return """
            insert into %s (id, elder, place, %s, valid_from, valid_to, recorded_from, recorded_by, source, evidence, batch)
            values (:id, :elder, :place, %s, :valid_from, :valid_to, :recorded_from, :recorded_by, :source, :evidence,
                cast(:batch as uuid))""".formatted(table(), String.join(", ", columns), values);
    }
}
