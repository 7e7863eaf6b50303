package org.sangyu.access.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an export that can be checked without the installation: JSON, one object a line, streamed.
 *
 * <p>First {@code head}, then of each seal {@code seal} with one {@code leaf} for every line under it (with the line
 * itself where the reader may see it), then {@code open} for lines that were not sealed yet, last {@code end} with the
 * newest seal.
 */
public final class LedgerWriter {

    /** Named in the head; a reader refuses others. */
    static final String FORMAT = "sangyu-ledger-1";

    private static final HexFormat HEX = HexFormat.of();

    private final JsonMapper json = new JsonMapper();
    private final OutputStream out;

    /** Writes to the stream and leaves it open. */
    public LedgerWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * What the export is about.
     *
     * @param place path; lines that count inside it, or for the nation also those of the installation, must all be there
     * @param from first day of seals
     * @param to last day of seals
     * @param by who made it, by name and sign-in name
     * @param erasedTo the seal up to which lines may have been erased after the time they are kept; 0 for none
     */
    public record Head(String place, LocalDate from, LocalDate to, Instant made, String by, long erasedTo) {}

    /** Begins; {@code before} is the chain of the seal before the first one written. */
    public void head(Head head, byte[] before) throws IOException {
        write(object("head")
                .put("format", FORMAT)
                .put("place", head.place())
                .put("from", head.from().toString())
                .put("to", head.to().toString())
                .put("made", head.made().toString())
                .put("by", head.by())
                .put("erasedTo", head.erasedTo())
                .put("before", HEX.formatHex(before)));
    }

    /** A seal; its leaves follow. */
    public void seal(Seal seal) throws IOException {
        write(object("seal")
                .put("number", seal.number())
                .put("day", seal.day().toString())
                .put("at", seal.at().toString())
                .put("leaves", seal.leaves())
                .put("algorithm", seal.algorithm().written())
                .put("root", HEX.formatHex(seal.root()))
                .put("chain", seal.printed()));
    }

    /** One leaf, its position counted from 1, with its line or null where the reader may not see it. */
    public void leaf(int position, Leaf leaf, @Nullable Entry entry) throws IOException {
        ObjectNode node = object("leaf")
                .put("position", position)
                .put("line", leaf.line())
                .put("county", leaf.county())
                .put("content", HEX.formatHex(leaf.content()));
        if (entry != null) {
            node.set("entry", node(entry));
        }
        write(node);
    }

    /** A line that was not sealed yet. */
    public void open(Entry entry) throws IOException {
        ObjectNode node = object("open");
        node.set("entry", node(entry));
        write(node);
    }

    /** Ends; {@code newest} is the last seal written, null when there was none. */
    public void end(@Nullable Seal newest) throws IOException {
        write(object("end")
                .put("number", newest == null ? 0 : newest.number())
                .put("chain", newest == null ? "" : newest.printed()));
        out.flush();
    }

    private ObjectNode object(String kind) {
        return json.createObjectNode().put("is", kind);
    }

    private ObjectNode node(Entry entry) {
        ObjectNode node = json.createObjectNode()
                .put("id", entry.id())
                .put("at", entry.at().toString())
                .put("account", entry.account())
                .put("person", entry.person())
                .put("role", entry.role())
                .put("desk", entry.deskPlace())
                .put("address", entry.address())
                .put("verb", entry.verb())
                .put("subject", entry.subject())
                .put("place", entry.place());
        ObjectNode detail = node.putObject("detail");
        entry.detail().forEach(detail::put);
        return node;
    }

    private void write(ObjectNode node) throws IOException {
        out.write(json.writeValueAsBytes(node));
        out.write('\n');
    }
}
