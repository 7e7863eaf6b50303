package org.sangyu.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which characters the font can draw; others are printed as {@link #GETA}, to be completed by hand. */
final class Glyphs {

    /** The printers' mark for a character that the case does not hold (〓). */
    static final char GETA = '\u3013';

    private static final int LAST_PLANE_WITH_CHINESE = 0x3FFFF;

    private final BitSet drawn;

    private Glyphs(BitSet drawn) {
        this.drawn = drawn;
    }

    /** Reads the font once; about a tenth of a second. */
    static Glyphs of(String file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(PrintedForm.open(file)))) {
            CmapLookup lookup = font.getUnicodeCmapLookup();
            BitSet drawn = new BitSet(LAST_PLANE_WITH_CHINESE);
            for (int point = ' '; point <= LAST_PLANE_WITH_CHINESE; point++) {
                drawn.set(point, lookup.getGlyphId(point) > 0);
            }
            return new Glyphs(drawn);
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file + " cannot be read", e);
        }
    }

    /** The text with every character that cannot be drawn replaced; white space stays. */
    String drawable(String text) {
        if (text.codePoints().allMatch(this::isDrawn)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.appendCodePoint(isDrawn(point) ? point : GETA));
        return out.toString();
    }

    private boolean isDrawn(int point) {
        return point < ' ' || drawn.get(point);
    }
}
