package org.sangyu.regions;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How place names are cut for comparing: what clerks leave out or add is cut off on both sides alike. */
public final class PlaceNames {

    private static final int SHORTEST_FORM = 2;
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\"'“”‘’*,，。.]+");
    private static final Pattern COMMITTEE =
            Pattern.compile("(社区居民委员会|社区居委会|社区居委|社区村委会|村民委员会|居民委员会|居民委|村民委|村委会|居委会|村委|居委)$");
    private static final Pattern KIND = Pattern.compile("(社区|行政村|村|嘎查)+$");
    private static final Pattern URBAN = Pattern.compile("(社区|居民|居委)");
    private static final Pattern RURAL = Pattern.compile("(村|村委会|村民委员会|村委|嘎查)$");
    private static final Pattern OFFICE = Pattern.compile("(人民政府|办事处)$");
    private static final Pattern DIVISION = Pattern.compile("(特别行政区|自治区|自治州|自治县|自治旗|矿区|林区|地区|街道|民族乡|族乡|[省市州盟县区旗镇乡])$");

    private PlaceNames() {}

    /** As typed, without blanks, quotation marks and full-width letters. */
    public static String clean(String text) {
        return NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** Without 村委会, 社区居民委员会 and the like; never empty. */
    static String withoutCommittee(String clean) {
        return cut(COMMITTEE, clean);
    }

    /** The name alone: 某庄 for 某庄村民委员会, 某庄村, 某庄社区, 某庄村村委会; never empty unless the text is. */
    public static String core(String text) {
        return cut(KIND, withoutCommittee(clean(text)));
    }

    /** What the text calls it. */
    enum Kind {
        COMMUNITY,
        VILLAGE,
        UNSAID
    }

    /** Whether it says community of residents (社区、居委会), village, or neither. */
    static Kind kind(String clean) {
        if (URBAN.matcher(clean).find()) {
            return Kind.COMMUNITY;
        }
        return RURAL.matcher(clean).find() ? Kind.VILLAGE : Kind.UNSAID;
    }

    /** Every way in which a township or a place above it may be written: with and without 街道, 镇, 办事处. */
    static Set<String> forms(String name) {
        String full = cut(OFFICE, clean(name));
        Set<String> forms = new LinkedHashSet<>();
        forms.add(full);
        forms.add(full + "办事处");
        forms.add(full + "人民政府");
        String bare = cut(DIVISION, full);
        if (bare.length() >= SHORTEST_FORM) {
            forms.add(bare);
            forms.add(bare + "办事处");
            forms.add(bare + "办");
        }
        return forms;
    }

    private static String cut(Pattern ending, String text) {
        String rest = ending.matcher(text).replaceFirst("");
        return rest.isEmpty() ? text : rest;
    }
}
