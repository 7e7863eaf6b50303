package org.sangyu.forms;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes a printed form: a JTE template that frames itself with {@code forms/paper.jte} becomes a PDF of A4 sheets.
 *
 * <p>Templates are XHTML: every tag is closed. Both weights of the font are embedded as subsets, so a form looks the
 * same everywhere; a character that the font lacks is printed as 〓. A sheet of about 40 rows costs some ten milliseconds; more than {@link #MOST_ROWS} rows belong on
 * several forms, since the whole form is laid out in memory.
 */
@Component
public final class PrintedForm {

    /** How many table rows one form may hold. */
    public static final int MOST_ROWS = 5_000;

    /** Where the sheet says who printed it. */
    private static final String PRINTED = "@@printed@@";

    private static final String FAMILY = "Noto Sans SC";
    private static final String REGULAR_FILE = "NotoSansSC_400Regular.ttf";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final TemplateEngine templates;
    private final Clock clock;
    private final FSDefaultCacheStore fontMetrics = new FSDefaultCacheStore();
    private final Supplier<Glyphs> glyphs = SingletonSupplier.of(() -> Glyphs.of(REGULAR_FILE));

    PrintedForm(TemplateEngine templates, Clock clock) {
        // It would tell the console about every font and style sheet.
        XRLog.setLoggingEnabled(false);
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Writes the PDF; the stream is not closed.
     *
     * @param template name without suffix, for example {@code benefits/web/roster-paper}
     * @param model the template's parameters by name
     */
    public void print(String template, Map<String, Object> model, OutputStream out) {
        StringOutput html = new StringOutput();
        templates.render(template + ".jte", model, html);
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        pdf.useFont(font(REGULAR_FILE), FAMILY, REGULAR, FontStyle.NORMAL, true);
        pdf.useFont(font("NotoSansSC_700Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        pdf.useCacheStore(CacheStore.PDF_FONT_METRICS, fontMetrics);
        pdf.useUnicodeLineBreaker(new ChineseBreaks());
        pdf.withProducer("Sangyu");
        String signed = html.toString().replace(PRINTED, quoted(printed((Words) model.get("words"))));
        pdf.withHtmlContent(glyphs.get().drawable(signed), null);
        pdf.toStream(out);
        try {
            pdf.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the form " + template + " could not be printed", e);
        }
    }

    /** Who printed it and when; nothing where nobody is at work. */
    private String printed(@Nullable Words words) {
        return words == null
                ? ""
                : CurrentDesk.find()
                        .map(desk -> words.say(
                                "forms.printed", desk.name(), desk.account(), Formats.instant(clock.instant())))
                        .orElse("");
    }

    /** Inside a style sheet's quotation marks, in XHTML. */
    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(one -> Character.isLetterOrDigit(one) || one == ' '
                        ? Character.toString(one)
                        : "\\%06x ".formatted(one))
                .collect(Collectors.joining());
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> open(file);
    }

    static InputStream open(String font) {
        InputStream stream = PrintedForm.class.getResourceAsStream("/fonts/" + font);
        if (stream == null) {
            throw new IllegalStateException("the font " + font + " is not in the program");
        }
        return stream;
    }

    /** Lets Chinese text wrap between characters; without it only spaces would end a line. */
    private static final class ChineseBreaks implements FSTextBreaker {

        private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);

        @Override
        public int next() {
            return breaks.next();
        }

        @Override
        public void setText(String text) {
            breaks.setText(text);
        }
    }
}
