package org.sangyu.policy.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.ClauseFinder;
import org.sangyu.policy.internal.ClauseSplitter;
import org.sangyu.policy.internal.OfficialTexts;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.TextReader;
import org.sangyu.rules.packs.Document;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Role;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Notice;
import org.sangyu.ui.Page;
import org.sangyu.ui.UploadName;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents that standards rest on, their official texts when loaded, and the paragraph of a cited clause. */
@Controller
class DocumentPages {

    private final PackShelf shelf;
    private final OfficialTexts texts;

    DocumentPages(PackShelf shelf, OfficialTexts texts) {
        this.shelf = shelf;
        this.texts = texts;
    }

    @GetMapping("/policies/documents")
    String list(@ModelAttribute("page") Page page, Model model) {
        Set<String> loaded = texts.documents();
        model.addAttribute(
                "documents",
                shelf.packs().documents().stream()
                        .map(document -> view(document, loaded.contains(document.id()), page))
                        .toList());
        return "policy/web/documents";
    }

    @GetMapping("/policies/documents/{id}")
    String one(@PathVariable String id, @ModelAttribute("page") Page page, Model model) {
        return show(document(id), page, FormErrors.NONE, model);
    }

    @GetMapping("/policies/documents/{id}/clause")
    String clause(@PathVariable String id, @RequestParam String at, @ModelAttribute("page") Page page, Model model) {
        Document document = document(id);
        OfficialTexts.@Nullable Loaded loaded = texts.find(id).orElse(null);
        List<ClauseSplitter.Paragraph> found =
                loaded == null ? List.of() : ClauseFinder.find(texts.paragraphs(loaded.id()), at);
        model.addAttribute("document", view(document, loaded != null, page));
        model.addAttribute("clause", at);
        model.addAttribute(
                "paragraphs", found.stream().map(DocumentPages::paragraph).toList());
        model.addAttribute("mayLoad", isAdministrator());
        return "policy/web/clause";
    }

    @PostMapping("/policies/documents/{id}")
    ModelAndView load(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute("page") Page page,
            RedirectAttributes redirect)
            throws IOException {
        if (!isAdministrator()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Document document = document(id);
        if (file == null || file.isEmpty()) {
            return refused(document, "policy.text.empty", page);
        }
        if (file.getSize() > TextReader.MOST_BYTES) {
            return refused(document, "policy.text.too-large", page);
        }
        String name = name(file);
        byte[] bytes = file.getBytes();
        return switch (TextReader.read(name, bytes)) {
            case TextReader.Refused refused -> refused(document, refused.wordKey(), page);
            case TextReader.Read read -> {
                List<ClauseSplitter.Paragraph> paragraphs = ClauseSplitter.split(read.lines());
                texts.load(id, name, bytes, paragraphs);
                redirect.addFlashAttribute("notice", Notice.done(page.say("policy.text.loaded", paragraphs.size())));
                yield new ModelAndView("redirect:/policies/documents/" + id);
            }
        };
    }

    private ModelAndView refused(Document document, String wordKey, Page page) {
        ExtendedModelMap model = new ExtendedModelMap();
        String view = show(document, page, FormErrors.of("file", page.say(wordKey)), model);
        return new ModelAndView(view, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String show(Document document, Page page, FormErrors errors, Model model) {
        OfficialTexts.@Nullable Loaded loaded = texts.find(document.id()).orElse(null);
        model.addAttribute("document", view(document, loaded != null, page));
        model.addAttribute(
                "paragraphs",
                loaded == null
                        ? List.of()
                        : texts.paragraphs(loaded.id()).stream()
                                .map(DocumentPages::paragraph)
                                .toList());
        model.addAttribute(
                "file", loaded == null ? "" : "/files/" + loaded.file().sha256());
        model.addAttribute(
                "loaded",
                loaded == null ? "" : page.say("policy.text.by", loaded.person(), Formats.instant(loaded.at())));
        model.addAttribute("sha256", loaded == null ? "" : loaded.file().sha256());
        model.addAttribute("same", loaded == null ? null : same(document, loaded, page));
        model.addAttribute("mayLoad", isAdministrator());
        model.addAttribute("errors", errors);
        return "policy/web/document";
    }

    /** Whether the file is the very one that the pack names; null where the pack names none. */
    private static CompareView.@Nullable Mark same(Document document, OfficialTexts.Loaded loaded, Page page) {
        if (document.sha256() == null) {
            return null;
        }
        return document.sha256().equals(loaded.file().sha256())
                ? new CompareView.Mark("ok", page.say("policy.text.same"))
                : new CompareView.Mark("bad", page.say("policy.text.other"));
    }

    private Document document(String id) {
        return shelf.packs().document(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static PolicyView.Document view(Document document, boolean loaded, Page page) {
        String language = page.words().language().code();
        return new PolicyView.Document(
                "/policies/documents/" + document.id(),
                document.title().in(language),
                document.number() == null ? "" : document.number(),
                document.issuer().in(language),
                Formats.date(document.issued()),
                loaded,
                page.say(loaded ? "policy.text.here" : "policy.text.not-here"));
    }

    private static PolicyView.Paragraph paragraph(ClauseSplitter.Paragraph paragraph) {
        return new PolicyView.Paragraph(
                "p" + paragraph.number(), Math.min(6, paragraph.steps().size()), paragraph.text());
    }

    private static boolean isAdministrator() {
        return CurrentDesk.get().role() == Role.ADMINISTRATOR;
    }

    /** Its ending in small letters, as readers tell files apart. */
    private static String name(MultipartFile file) {
        String cut = UploadName.of(file, "");
        int dot = cut.lastIndexOf('.');
        return dot < 0 ? cut : cut.substring(0, dot) + cut.substring(dot).toLowerCase(Locale.ROOT);
    }
}
