package org.sangyu.benefits.web.cycle;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sangyu.benefits.internal.cycle.Cycle;
import org.sangyu.benefits.internal.cycle.CycleFiles;
import org.sangyu.benefits.internal.cycle.CycleReader;
import org.sangyu.benefits.internal.cycle.CycleVerb;
import org.sangyu.benefits.internal.cycle.PayFormat;
import org.sangyu.benefits.internal.cycle.PayFormats;
import org.sangyu.benefits.internal.cycle.ReturnLayouts;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Language;
import org.sangyu.ui.Page;
import org.springframework.stereotype.Component;

/** Makes versions, files and answers of a cycle ready to show. */
@Component
class FileViews {

    private static final int HASH_SHOWN = 12;
    private final CycleReader reader;
    private final CycleFiles files;
    private final PayFormats formats;
    private final ReturnLayouts layouts;

    FileViews(CycleReader reader, CycleFiles files, PayFormats formats, ReturnLayouts layouts) {
        this.reader = reader;
        this.files = files;
        this.formats = formats;
        this.layouts = layouts;
    }

    FilesView of(Cycle cycle, Page page) {
        String href = "/cycles/" + cycle.id();
        List<FilesView.Version> versions = files.versions(cycle.id()).stream()
                .map(version -> version(version, href, page))
                .toList();
        boolean answers = reader.forbids(cycle, CycleVerb.READ_RETURN).isEmpty();
        return new FilesView(
                versions,
                files.files(cycle.id()).stream()
                        .map(file -> out(cycle, file, answers, page))
                        .toList(),
                files.returns(cycle.id()).stream()
                        .map(back -> back(back, href, page))
                        .toList());
    }

    private static FilesView.Version version(CycleFiles.Version version, String href, Page page) {
        return new FilesView.Version(
                "v" + version.number(),
                version.frozenBy() + " " + Formats.instant(version.frozenAt()),
                Formats.count(version.people()),
                Formats.count(version.lines()),
                CycleViews.yuan(version.payFen()),
                version.returnedWhy() == null
                        ? ""
                        : page.say(
                                "cycles.version.returned", String.valueOf(version.returnedBy()), version.returnedWhy()),
                version.number() == 1
                        ? ""
                        : href + "/versions?older=" + (version.number() - 1) + "&newer=" + version.number());
    }

    private FilesView.Out out(Cycle cycle, CycleFiles.PayFile file, boolean answers, Page page) {
        String href = "/cycles/" + cycle.id();
        boolean chinese = page.words().language() == Language.ZH;
        String hash = file.sha256() == null ? "" : file.sha256();
        return new FilesView.Out(
                file.id().toString(),
                file.name(),
                page.say("cycles.file.attempt", file.attempt()),
                formats.find(file.format())
                        .map(format -> chinese ? format.nameZh() : format.nameEn())
                        .orElse(file.format()),
                file.madeBy() + " " + Formats.instant(file.madeAt()),
                Formats.count(file.lines()),
                CycleViews.yuan(file.fen()),
                hash.isEmpty() ? "" : "/files/" + hash,
                hash.isEmpty() ? "" : hash.substring(0, HASH_SHOWN),
                Formats.count(file.paid()),
                CycleViews.yuan(file.paidFen()),
                Formats.count(file.failed()),
                href + "/lines?show=FAILED",
                Formats.count(file.sent() + file.unknown()),
                href + "/lines?show=UNANSWERED",
                CycleVerb.RELEASE.roles().contains(CurrentDesk.get().role()),
                answers,
                formats.find(file.format())
                        .map(format -> hint(cycle, format, chinese ? format.nameZh() : format.nameEn(), page))
                        .orElse(""));
    }

    /** What the bank's answer must look like, column by column, as the county said last. */
    private String hint(Cycle cycle, PayFormat format, String name, Page page) {
        PayFormat.Back back = layouts.now(cycle.county(), format.id()).back();
        String where = back.shape() == PayFormat.Shape.XLSX
                ? page.say("cycles.return.hint.sheet")
                : page.say("cycles.return.hint.text", back.charset(), back.separator());
        Stream<String> results = Stream.of(back.paid(), back.failed(), back.unknown())
                .flatMap(words -> words.stream().sorted());
        return page.say(
                "cycles.return.hint",
                name,
                where,
                back.skip(),
                back.reference(),
                back.yuan(),
                back.result(),
                results.collect(Collectors.joining(page.say("cycles.return.hint.or"))),
                back.reason(),
                back.paidOn());
    }

    static FilesView.Back back(CycleFiles.ReturnFile back, String href, Page page) {
        return new FilesView.Back(
                back.name(),
                href + "/returns/" + back.id() + (back.started() ? "" : "/columns"),
                back.readBy() + " " + Formats.instant(back.readAt())
                        + (back.finished()
                                ? ""
                                : " " + page.say(back.started() ? "cycles.return.reading" : "cycles.return.waiting")),
                !back.started(),
                Formats.count(back.rows()),
                Formats.count(back.applied()),
                Formats.count(back.same()),
                Formats.count(back.listed()));
    }
}
