package org.sangyu.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sangyu.testing.TestDatabases;
import org.springframework.core.io.ClassPathResource;

/** Puts rows in rare states, and a row of the county into every table of people that is empty then. */
final class Planted {

    private static final String EMPTY = """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relrowsecurity and c.relkind = 'r' and not c.relispartition
          and n.nspname in ('benefits', 'policy', 'registry', 'desk')
          and (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || n.nspname || '.' || c.relname,
              true, true, '')))[1]::text = '0'
        order by 1\
        """;
    private static final String COLUMNS = """
        select a.attname, format_type(a.atttypid, null) as type, coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ')
            from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and a.attnum = any(k.conkey)
                and cardinality(k.conkey) = 1), '') as checks
        from pg_attribute a where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attidentity = '' and a.attnotnull
        order by a.attnum\
        """;
    private static final Pattern CHOICE = Pattern.compile("'([A-Z_]+)'::text");

    private static final int COUNTY = 7;
    private static final int TOWNSHIP = 10;

    private final String url;
    private final String village;

    Planted(String url, String village) {
        this.url = url;
        this.village = village;
    }

    /** Plants, and names the tables that would not take such a row, with the reason. */
    Map<String, String> plant() {
        Map<String, String> refused = new TreeMap<>();
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into registry.consent (id, elder, person, relation, purposes, given, witness, from_day, to_day,
                        recorded, recorded_by)
                    select uuidv7(), id, '李芳', '女儿', '{LOOK,ACT}', 'SIGNED', '', current_date - 7, current_date + 7, now(), 'x'
                    from registry.elder order by id limit 1""");
            for (String state : states()) {
                statement.execute(state);
            }
            for (String table : Books.texts(statement, EMPTY)) {
                try {
                    statement.execute(insert(statement, table));
                } catch (SQLException e) {
                    refused.put(table, e.getMessage());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return refused;
    }

    private List<String> states() {
        try {
            String all = new ClassPathResource("row-security/states.sql").getContentAsString(StandardCharsets.UTF_8);
            return List.of(all.replace("{village}", village)
                    .replace("{township}", village.substring(0, TOWNSHIP))
                    .replace("{county}", village.substring(0, COUNTY))
                    .split(";\\s*\\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String insert(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery(COLUMNS.formatted(table))) {
            while (columns.next()) {
                names.add(columns.getString("attname"));
                values.add(value(columns.getString("attname"), columns.getString("type"), columns.getString("checks")));
            }
        }
        return "insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", values)
                + ")";
    }

    private String value(String name, String type, String checks) {
        Matcher choice = CHOICE.matcher(checks);
        return switch (type) {
            case "uuid" ->
                name.equals("elder")
                        ? "(select id from registry.elder order by id limit 1)"
                        : name.equals("enrolment")
                                ? "(select id from benefits.enrolment order by id limit 1)"
                                : "uuidv7()";
            case "text" ->
                name.equals("county")
                        ? "'" + village.substring(0, COUNTY) + "'"
                        : name.endsWith("place") || name.equals("at")
                                ? "'" + village + "'"
                                : choice.find() ? "'" + choice.group(1) + "'" : "'1'";
            case "date" -> "date_trunc('month', current_date)::date";
            case "timestamp with time zone" -> "now()";
            case "boolean" -> "false";
            case "jsonb" -> "'{}'";
            case "bytea" -> "'\\x01'";
            case "text[]", "uuid[]", "integer[]" -> "'{}'";
            default -> "1";
        };
    }
}
