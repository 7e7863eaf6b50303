package org.sangyu.policy.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the paragraphs of an official text from .txt (UTF-8, GB 18030), .docx or .pdf; what it refuses, it says why. */
public final class TextReader {

    /** Larger files are refused. */
    public static final int MOST_BYTES = 20_000_000;

    private static final int MOST_XML = 60_000_000;
    private static final int MOST_PAGES = 600;
    private static final int MOST_CHARACTERS = 3_000_000;
    private static final int MOST_ENTRIES = 2_000;
    private static final String BODY = "word/document.xml";

    private TextReader() {}

    /** What came of a file. */
    public sealed interface Result {}

    /** Its paragraphs. */
    public record Read(List<String> lines) implements Result {}

    /** Why it was not read: the key of a sentence. */
    public record Refused(String wordKey) implements Result {}

    /** Reads by the ending of the name; the content decides whether that was true. */
    public static Result read(String name, byte[] bytes) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (bytes.length == 0) {
            return new Refused("policy.text.empty");
        }
        if (bytes.length > MOST_BYTES) {
            return new Refused("policy.text.too-large");
        }
        Result result;
        if (lower.endsWith(".txt")) {
            result = txt(bytes);
        } else if (lower.endsWith(".docx")) {
            result = docx(bytes);
        } else if (lower.endsWith(".pdf")) {
            result = pdf(bytes);
        } else {
            return new Refused("policy.text.unknown-type");
        }
        return result instanceof Read(var lines) && lines.stream().allMatch(String::isBlank)
                ? new Refused("policy.text.no-words")
                : result;
    }

    private static Result txt(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.indexOf('\0') >= 0 ? new Refused("policy.text.not-text") : lines(text);
            } catch (CharacterCodingException notThisOne) {
                // the next encoding may fit
            }
        }
        return new Refused("policy.text.not-text");
    }

    private static Result lines(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.length() > MOST_CHARACTERS
                ? new Refused("policy.text.too-large")
                : new Read(plain.lines().toList());
    }

    private static Result docx(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    return new Refused("policy.text.damaged");
                }
                if (entry.getName().equals(BODY)) {
                    byte[] xml = zip.readNBytes(MOST_XML + 1);
                    return xml.length > MOST_XML ? new Refused("policy.text.too-large") : paragraphs(xml);
                }
            }
            return new Refused("policy.text.damaged");
        } catch (IOException | XMLStreamException | IllegalArgumentException damaged) {
            return new Refused("policy.text.damaged");
        }
    }

    /** Reads {@code w:p} and {@code w:t}; a document type or an outer entity is never followed. */
    private static Result paragraphs(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        WordBody body = new WordBody();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.DTD) {
                return new Refused("policy.text.damaged");
            }
            body.take(reader);
            if (body.characters > MOST_CHARACTERS) {
                return new Refused("policy.text.too-large");
            }
        }
        return new Read(List.copyOf(body.lines));
    }

    /** Gathers the words of a document's body. */
    private static final class WordBody {

        private final List<String> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private boolean inText;
        private int characters;

        void take(XMLStreamReader reader) {
            if (reader.isStartElement()) {
                inText = reader.getLocalName().equals("t");
                if (reader.getLocalName().equals("br") || reader.getLocalName().equals("tab")) {
                    line.append(' ');
                }
            } else if (reader.isEndElement()) {
                inText = false;
                if (reader.getLocalName().equals("p")) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            } else if (reader.isCharacters() && inText) {
                line.append(reader.getText());
                characters += reader.getTextLength();
            }
        }
    }

    private static Result pdf(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                return new Refused("policy.text.too-large");
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(document);
            return text.length() > MOST_CHARACTERS
                    ? new Refused("policy.text.too-large")
                    : new Read(joined(text.lines().toList()));
        } catch (InvalidPasswordException locked) {
            return new Refused("policy.text.locked");
        } catch (IOException | RuntimeException damaged) {
            return new Refused("policy.text.damaged");
        }
    }

    /** A line of a printed page goes on in the next one unless it ends a sentence or the next one begins a clause. */
    private static List<String> joined(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        boolean open = false;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.isEmpty() || line.matches("[—-]?\\s*\\d{1,4}\\s*[—-]?")) {
                continue;
            }
            boolean begins =
                    !ClauseSplitter.split(List.of(line)).getFirst().steps().isEmpty();
            if (open && !begins) {
                paragraphs.add(paragraphs.removeLast() + line);
            } else {
                paragraphs.add(line);
            }
            boolean heading = begins && line.length() < 25;
            open = !heading && !line.matches(".*[。！？；：.!?;:]$");
        }
        return paragraphs;
    }
}
