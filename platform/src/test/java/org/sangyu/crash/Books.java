package org.sangyu.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sangyu.testing.TestDatabases;

/**
 * Every row of every table that is business, written so that two runs of the same work give the same text: ids of one
 * run and instants are left out, a person is named by ID number, name and birth.
 */
final class Books {

    /** What a line says of an elder, encrypted anew each time. */
    private static final String GUARDED = "guarded:[^\"]*";

    private static final String TABLES = """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition
          and n.nspname in ('access', 'benefits', 'files', 'jobs', 'policy', 'privacy', 'regions', 'registry')
        order by 1\
        """;
    private static final String COLUMNS = """
        select a.attname || ' ' || format_type(a.atttypid, null) from pg_attribute a
        where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum\
        """;

    /** How the queue works is no business of a county. */
    private static final Set<String> NOT_BUSINESS = Set.of(
            "jobs.scheduled_tasks",
            "jobs.progress",
            "registry.intake_staging",
            "regions.loaded",
            "access.audit_seal",
            "access.audit_leaf");

    /** Numbers that a sequence gives or that mix in instants. */
    private static final Set<String> OF_ONE_RUN = Set.of(
            "access.audit_line.id",
            "access.audit_line.tx",
            "benefits.pay_file.number",
            "benefits.recovery_case.number",
            "benefits.decision_span.facts",
            "benefits.cycle_line.facts",
            "jobs.job.checkpoint",
            "jobs.job.attempts",
            "jobs.job.files");

    private static final String PERSON = """
        (select concat_ws(' ', encode(p.id_idx, 'hex'), p.name, p.born) from registry.elder p where p.id = t.elder)\
        """;
    private static final String IDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\y[0-9a-f]{64}\\y";
    private static final String OUR_FILE = "F\\d+-";

    private Books() {}

    /** All rows by table, sorted. */
    static Map<String, List<String>> rows(String url) {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement()) {
            for (String table : texts(statement, TABLES)) {
                if (!NOT_BUSINESS.contains(table)) {
                    rows.put(table, texts(statement, everything(statement, table)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        }
        return found;
    }

    private static String everything(Statement statement, String table) throws SQLException {
        String columns = texts(statement, COLUMNS.formatted(table)).stream()
                .map(column -> column.split(" ", 2))
                .filter(column -> !OF_ONE_RUN.contains(table + "." + column[0]))
                .map(column -> expression(column[0], column[1]))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return "select row(" + columns + ")::text from " + table + " t order by 1";
    }

    private static String expression(String name, String type) {
        String column = "t." + name;
        return switch (type) {
            case "uuid" -> name.equals("elder") ? PERSON : "";
            case "uuid[]" -> "cardinality(" + column + ")";
            case "timestamp with time zone" -> column + " is not null";
            case "bytea" ->
                name.endsWith("_enc") || name.endsWith("wrapped")
                        ? column + " is not null"
                        : "encode(" + column + ", 'hex')";
            default ->
                "regexp_replace(regexp_replace(regexp_replace(%s::text, '%s', 'guarded', 'g'), '%s', '#', 'g'), '%s', 'F-', 'g')"
                        .formatted(column, GUARDED, IDS, OUR_FILE);
        };
    }
}
