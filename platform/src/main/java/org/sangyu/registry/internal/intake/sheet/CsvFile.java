package org.sangyu.registry.internal.intake.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text table (.csv, .txt): its encoding and separator are found out, not asked for. */
final class CsvFile implements SheetFile {

    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_LINES = 30;
    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    private static final char BOM = '\uFEFF';

    private final Path file;
    private final Charset charset;
    private final char separator;
    private final SheetLimits limits;

    private CsvFile(Path file, Charset charset, char separator, SheetLimits limits) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
        this.limits = limits;
    }

    static CsvFile openCsv(Path file, SheetLimits limits) throws IOException, SheetRefusedException {
        Charset charset = Encoding.of(file).orElseThrow(() -> SheetRefusedException.because("notText"));
        return new CsvFile(file, charset, separator(file, charset), limits);
    }

    @Override
    public List<SheetInfo> sheets() {
        return List.of(new SheetInfo(0, "", false));
    }

    @Override
    public boolean countsFrom1904() {
        return false;
    }

    @Override
    public void read(int sheet, RowSink sink) throws IOException, SheetRefusedException {
        if (sheet != 0) {
            throw SheetRefusedException.because("noSheet");
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader())) {
            int number = 0;
            for (CsvRecord line : records) {
                number++;
                if (number > limits.rows()) {
                    throw SheetRefusedException.because("tooManyRows", limits.rows());
                }
                if (!sink.take(row(number, line))) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw SheetRefusedException.because("notText");
            }
            throw SheetRefusedException.because("damaged");
        }
    }

    private SheetRow row(int number, CsvRecord line) throws SheetRefusedException {
        int width = line.getFieldCount();
        List<SheetCell> cells = new ArrayList<>(Math.min(width, limits.columns()));
        for (int i = 0; i < width; i++) {
            String text = line.getField(i);
            if (text.length() > limits.cellCharacters()) {
                throw SheetRefusedException.because("cellTooLong", number, i + 1, limits.cellCharacters());
            }
            if (i < limits.columns()) {
                cells.add(SheetCell.ofText(text));
            } else if (!text.isBlank()) {
                throw SheetRefusedException.because("tooManyColumns", limits.columns());
            }
        }
        return new SheetRow(number, false, cells);
    }

    private Reader reader() throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BOM) {
            reader.reset();
        }
        return reader;
    }

    /** The separator that stands most often, and equally often, in the first lines. */
    private static char separator(Path file, Charset charset) throws IOException {
        List<String> lines;
        try (Reader in = new InputStreamReader(Files.newInputStream(file), charset)) {
            char[] sample = new char[SAMPLE];
            int length = Math.max(0, in.read(sample));
            lines = new String(sample, 0, length).lines().limit(SAMPLE_LINES).toList();
        }
        char best = SEPARATORS[0];
        long most = 0;
        for (char candidate : SEPARATORS) {
            long lineCount =
                    lines.stream().filter(line -> line.indexOf(candidate) >= 0).count();
            long inLines = lines.stream()
                    .mapToLong(line -> line.chars().filter(c -> c == candidate).count())
                    .sum();
            long score = lineCount * lineCount * inLines;
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    @Override
    public void close() {
        // Every reading opens and closes the file itself.
    }
}
