package org.sangyu.policy.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sangyu.rules.Arg;
import org.sangyu.rules.Reason;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.Wording;
import org.sangyu.rules.packs.Document;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Setting;
import org.sangyu.rules.packs.Source;
import org.sangyu.shared.Entitlements.Because;
import org.sangyu.ui.Language;

/** Words for decisions of one set of packs: sentences with names of places instead of codes, clauses as printed. */
public final class Sentences {

    private final Map<String, Document> documents;
    private final Map<String, Setting> settings;
    private final RegionCodes regions;

    /** Words for these packs; settings give names to what no document says. */
    public Sentences(PackSet packs, List<Setting> settings, RegionCodes regions) {
        this.documents = packs.documents().stream()
                .collect(Collectors.toMap(Document::id, document -> document, (first, second) -> first));
        this.settings = settings.stream().collect(Collectors.toMap(Setting::key, setting -> setting));
        this.regions = regions;
    }

    /** A reason in words with its clause. */
    Because because(Reason reason, Language language) {
        return new Because(sentence(reason, language), clause(reason.source(), language));
    }

    /** One sentence, without a code of a place in it. */
    String sentence(Reason reason, Language language) {
        String said = Wording.in(language.code()).say(reason);
        for (Arg argument : reason.args()) {
            if (argument instanceof Arg.Place place && !place.value().equals(RegionCode.ELSEWHERE)) {
                said = said.replace(place.value().digits(), regions.name(place.value()));
            }
        }
        return said;
    }

    /** Document and clause as printed; for a setting its name, marked as having no document. */
    public String clause(Source source, Language language) {
        boolean chinese = language == Language.ZH;
        if (source.document().equals(Source.INSTALLATION_SETTING)) {
            Setting setting = settings.get(source.clause());
            String name = setting == null ? source.clause() : setting.name().in(language.code());
            return chinese ? "本机设置（无文件依据）：" + name : "Setting of this installation (no document): " + name;
        }
        Document document = documents.get(source.document());
        if (document == null) {
            return source.document() + " " + source.clause();
        }
        return chinese
                ? "《" + document.title().zh() + "》" + source.clause()
                : document.title().en() + ", " + source.clause();
    }
}
