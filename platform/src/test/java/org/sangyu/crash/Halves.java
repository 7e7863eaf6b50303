package org.sangyu.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sangyu.testing.TestDatabases;

/** What nobody may ever see: something half written, looked for right after a crash, before anything is started again. */
final class Halves {

    private static final Map<String, String> NEVER = Map.ofEntries(
            Map.entry("a person without the facts", """
                select e.id from registry.elder e
                where not exists (select 1 from registry.identity_fact f where f.elder = e.id)\
                """),
            Map.entry("facts without their person", """
                select f.elder from registry.identity_fact f
                where not exists (select 1 from registry.elder e where e.id = f.elder)\
                """),
            Map.entry("an import whose counts are not its rows", """
                select i.id from registry.intake i
                where i.row_count <> (select count(*) from registry.intake_row r where r.intake = i.id)\
                """),
            Map.entry("an import whose checkpoint is not its last row, passed over ones counted", """
                select i.id from registry.intake i join jobs.job j on j.id = i.job
                    cross join lateral (select coalesce(max(number), 0) as number
                        from registry.intake_row r where r.intake = i.id) reached
                where coalesce(j.checkpoint, '0')::int not between reached.number and reached.number + i.skipped\
                """),
            Map.entry("a proposal of a comparison that is not finished", """
                select s.enrolment from benefits.enrolment_step s join benefits.proposal_run p on p.id = s.id
                where p.finished_at is null\
                """),
            Map.entry("an enrolment that nobody made", """
                select e.id from benefits.enrolment e
                where not exists (select 1 from benefits.enrolment_step s where s.enrolment = e.id)\
                """),
            Map.entry("lines of a cycle that is not computed", """
                select l.id from benefits.line l join benefits.cycle c on c.id = l.cycle where c.known_at is null\
                """),
            Map.entry("a computed cycle without its instant", """
                select id from benefits.cycle where state <> 'OPEN' and (known_at is null or policy is null)\
                """),
            Map.entry("a cycle whose state is not its last step", """
                select c.id from benefits.cycle c where c.state <> coalesce(
                    (select s.to_state from benefits.cycle_step s where s.cycle = c.id order by s.seq desc limit 1),
                    'OPEN')\
                """),
            Map.entry("a roster that is not frozen as a whole", """
                select c.id from benefits.cycle c left join benefits.cycle_version v
                    on v.cycle = c.id and v.version = c.version
                where c.version > 0 and (v.lines is null
                    or v.lines <> (select count(*) from benefits.cycle_line l
                        where l.cycle = c.id and l.version = c.version)
                    or c.state <> 'CLOSED'
                        and v.lines <> (select count(*) from benefits.line l where l.cycle = c.id))\
                """),
            Map.entry("a payment whose line is not in its frozen roster", """
                select o.reference from benefits.pay_order o join benefits.cycle c on c.id = o.cycle
                where not exists (select 1 from benefits.cycle_line l
                    where l.cycle = c.id and l.version = c.version and l.line = o.line and l.pay_fen = o.fen)\
                """),
            Map.entry("a line with two payments that may both arrive", """
                select line from benefits.pay_order where state <> 'FAILED' group by line having count(*) > 1\
                """),
            Map.entry("a recovery that is released and stands in no case, or a case without lines", """
                select l.id from benefits.line l join benefits.cycle c on c.id = l.cycle
                where l.kind = 'RECOVERY' and (l.recovery is null) = (c.state in ('RELEASED', 'RECONCILED', 'CLOSED'))
                union all select r.id from benefits.recovery_case r
                where not exists (select 1 from benefits.line l where l.recovery = r.id)\
                """),
            Map.entry("a file that does not hold its orders", """
                select f.id from benefits.pay_file f where (f.lines, f.fen)
                    <> (select count(*), coalesce(sum(o.fen), 0) from benefits.pay_order o where o.file = f.id)\
                """),
            Map.entry("a file sent by halves, or before its bytes were safe", """
                select f.id from benefits.pay_file f where (f.sent_at is not null and f.sha256 is null)
                    or exists (select 1 from benefits.pay_order o
                        where o.file = f.id and (o.state = 'PENDING') <> (f.sent_at is null))\
                """),
            Map.entry("a cycle released without its file being sent", """
                select c.id from benefits.cycle c where (c.state in ('RELEASED', 'RECONCILED', 'CLOSED'))
                    <> exists (select 1 from benefits.pay_file f where f.cycle = c.id and f.sent_at is not null)\
                """),
            Map.entry("an answer without its payment, or a payment without its answer", """
                select o.reference from benefits.pay_order o
                where (o.state in ('PAID', 'FAILED', 'UNKNOWN')) <> exists (select 1 from benefits.return_line l
                    where l.reference = o.reference and l.verdict = 'APPLIED')\
                """),
            Map.entry("a refused payment whose line is not held", """
                select o.reference from benefits.pay_order o join benefits.line l on l.id = o.line
                where l.cycle = o.cycle
                  and not exists (select 1 from benefits.pay_order n where n.line = o.line and n.attempt > o.attempt)
                  and (o.state = 'FAILED') <> (l.hold is not distinct from 'BANK_REFUSED')\
                """),
            Map.entry("a place moved by a change that is not done", """
                select m.old_path from regions.move m join regions.change c on c.id = m.change where c.done_at is null\
                """));

    private static final Map<String, String> NEVER_AT_REST = Map.of(
            "an open enrolment that did not follow its person",
            """
                select e.id from benefits.enrolment e join registry.elder r on r.id = e.elder
                where e.status not in ('ENDED', 'REFUSED') and e.place <> r.place\
                """,
            "somebody dead who is still enrolled",
            """
                select e.id from benefits.enrolment e join registry.elder r on r.id = e.elder
                where e.status not in ('ENDED', 'REFUSED') and r.died is not null\
                """,
            "an event that nobody heard",
            """
                select id from events.event_publication where completion_date is null\
                """,
            "something staged and left",
            """
                select run from benefits.stage_decision union all select run from benefits.stage_span
                union all select run from benefits.stage_due union all select run from benefits.stage_line
                union all select run from benefits.stage_return union all select run from benefits.stage_unclaimed\
                """);

    private Halves() {}

    /** Every sentence above that is true, and every file that is not whole. */
    static List<String> in(String url, Path data) {
        List<String> found = found(NEVER, url);
        Set<String> stored = files(data);
        texts(url, "select sha256 from files.file union select sha256 from benefits.pay_file where sha256 is not null")
                .stream()
                .filter(sha -> !stored.contains(sha))
                .forEach(sha -> found.add("a file without its bytes: " + sha));
        return found;
    }

    /** As above, and what may stand only while somebody is still at work. */
    static List<String> atRest(String url, Path data) throws IOException {
        List<String> found = in(url, data);
        found.addAll(found(NEVER_AT_REST, url));
        for (String folder : List.of("files/incoming", "imports")) {
            try (Stream<Path> leftovers = Files.list(data.resolve(folder))) {
                leftovers.forEach(file -> found.add("left over: " + file));
            }
        }
        return found;
    }

    private static List<String> found(Map<String, String> never, String url) {
        List<String> found = new ArrayList<>();
        never.forEach((what, sql) -> {
            List<String> rows = texts(url, sql);
            if (!rows.isEmpty()) {
                found.add(what + ": " + rows.size());
            }
        });
        return found;
    }

    static List<String> texts(String url, String sql) {
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement()) {
            return Books.texts(statement, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hashes of all files on the shelf; one whose bytes do not have its hash is a fault. */
    static Set<String> files(Path data) {
        Path shelf = data.resolve("files");
        try (Stream<Path> all = Files.walk(shelf)) {
            Set<String> hashes = new TreeSet<>();
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(shelf.resolve("incoming")))
                    .toList()) {
                String hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
                if (!file.endsWith(hash)) {
                    throw new AssertionError("half a file under a hash: " + file);
                }
                hashes.add(hash);
            }
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
