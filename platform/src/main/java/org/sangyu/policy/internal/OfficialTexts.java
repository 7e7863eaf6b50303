package org.sangyu.policy.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.policy.internal.ClauseSplitter.Paragraph;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Official texts that an administrator loaded; public, so every desk reads them. The newest of a document counts. */
@Unscoped("official texts are public")
@Component
public class OfficialTexts {

    private final JdbcClient jdbc;
    private final Files files;
    private final Audit audit;
    private final TimeOrderedIds ids;
    private final Clock clock;

    OfficialTexts(JdbcClient jdbc, Files files, Audit audit, TimeOrderedIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A loaded text.
     *
     * @param file the file as it was given
     * @param person who loaded it
     * @param at when
     */
    public record Loaded(UUID id, Files.Stored file, String person, Instant at) {}

    /** Documents whose text is here. */
    public Set<String> documents() {
        return Set.copyOf(jdbc.sql("select distinct document from policy.official_text")
                .query(String.class)
                .list());
    }

    /** The newest text of a document. */
    public Optional<Loaded> find(String document) {
        return jdbc.sql("""
                        select id, file_sha256, file_name, media_type, bytes, person, loaded_at
                        from policy.official_text where document = :document order by loaded_at desc limit 1
                        """)
                .param("document", document)
                .query((row, number) -> new Loaded(
                        row.getObject("id", UUID.class),
                        new Files.Stored(
                                row.getString("file_sha256"),
                                row.getString("file_name"),
                                row.getString("media_type"),
                                row.getLong("bytes")),
                        row.getString("person"),
                        row.getTimestamp("loaded_at").toInstant()))
                .optional();
    }

    /** Its paragraphs in order. */
    public List<Paragraph> paragraphs(UUID text) {
        return jdbc.sql("select number, path, content from policy.official_clause where text_id = :id order by number")
                .param("id", text)
                .query((row, number) ->
                        new Paragraph(row.getInt("number"), steps(row.getString("path")), row.getString("content")))
                .list();
    }

    /** The paragraphs of a clause; empty when the text is not here or the clause is not found in it. */
    public List<Paragraph> clause(String document, String clause) {
        return find(document)
                .map(text -> ClauseFinder.find(paragraphs(text.id()), clause))
                .orElse(List.of());
    }

    /**
     * Keeps a text that was read: the file, open to every desk, and its paragraphs.
     *
     * @param name of the file as given
     */
    @Transactional
    public void load(String document, String name, byte[] bytes, List<Paragraph> paragraphs) {
        Desk desk = CurrentDesk.get();
        Files.Stored file = files.store(name, mediaType(name), out -> out.write(bytes));
        files.shareWithAll(file);
        UUID id = ids.next();
        jdbc.sql("""
                        insert into policy.official_text
                            (id, document, file_sha256, file_name, media_type, bytes, account, person, loaded_at)
                        values (:id, :document, :sha256, :name, :mediaType, :bytes, :account, :person, :now)
                        """)
                .param("id", id)
                .param("document", document)
                .param("sha256", file.sha256())
                .param("name", name)
                .param("mediaType", file.mediaType())
                .param("bytes", file.bytes())
                .param("account", desk.account())
                .param("person", desk.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into policy.official_clause (text_id, number, path, depth, content)
                        select :id, * from unnest(:numbers::int[], :paths::text[], :depths::int[], :contents::text[])
                        """)
                .param("id", id)
                .param("numbers", paragraphs.stream().map(Paragraph::number).toArray(Integer[]::new))
                .param(
                        "paths",
                        paragraphs.stream()
                                .map(one -> String.join(" ", one.steps()))
                                .toArray(String[]::new))
                .param(
                        "depths",
                        paragraphs.stream().map(one -> one.steps().size()).toArray(Integer[]::new))
                .param("contents", paragraphs.stream().map(Paragraph::text).toArray(String[]::new))
                .update();
        audit.write("policy.load-text", id, null, Map.of("document", document, "sha256", file.sha256()));
    }

    private static List<String> steps(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split(" ", -1));
    }

    private static String mediaType(String name) {
        if (name.endsWith(".pdf")) {
            return "application/pdf";
        }
        return name.endsWith(".docx")
                ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : "text/plain";
    }
}
