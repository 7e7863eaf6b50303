package org.sangyu.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.ElderSummary;
import org.sangyu.registry.FactChange;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.NewFact;
import org.sangyu.registry.RecordedFact;
import org.sangyu.registry.Registry;
import org.sangyu.registry.web.FactPages.Edit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Place;
import org.sangyu.ui.FormErrors;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Stale;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Component;

/** Makes the views of fact forms and reads what was typed into them. */
@Component
class FactForms {

    private final Registry registry;
    private final ElderViews views;
    private final PlaceReader places;
    private final PlaceTexts texts;
    private final Clock clock;

    FactForms(Registry registry, ElderViews views, PlaceReader places, PlaceTexts texts, Clock clock) {
        this.registry = registry;
        this.views = views;
        this.places = places;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A form as it was understood.
     *
     * @param fact the fact, or null when something is wrong
     * @param offered places that fit what was typed
     * @param errors what is wrong
     */
    record Read(@Nullable NewFact fact, List<Place> offered, FormErrors errors) {

        /** The same, refused by the registry. */
        Read refused(FactChange change, Words words) {
            String field =
                    switch (change) {
                        case FactChange.IdNumberTaken taken -> "idNumber";
                        case FactChange.OutsideInstallation outside -> "at";
                        default -> "from";
                    };
            return new Read(null, offered, errors.and(field, refusal(change, words)));
        }
    }

    FactFormView blank(ElderSummary person, FactKind kind, Map<String, String> values, Words words) {
        Edit edit = new Edit(person, kind, null, values);
        return view(edit, new Read(null, List.of(), FormErrors.NONE), String.valueOf(person.version()), words);
    }

    FactFormView correction(ElderSummary person, RecordedFact standing, Words words) {
        Map<Place, String> names = texts.of(FactWords.places(standing.content()));
        Edit edit = new Edit(person, standing.content().kind(), standing, FactFilled.of(standing, names));
        return view(edit, new Read(null, List.of(), FormErrors.NONE), String.valueOf(person.version()), words);
    }

    /** The form once more, with all that was typed and what is wrong. */
    FactFormView again(Edit edit, Read read, Words words) {
        return view(edit, read, edit.typed().getOrDefault("version", ""), words);
    }

    Read read(Edit edit, Words words) {
        RecordedFact standing = edit.standing();
        Map<String, String> values =
                standing == null ? edit.typed() : FactFilled.keepingProtected(edit.typed(), standing.content());
        FormValues form = new FormValues(values);
        List<Place> offered = edit.kind() == FactKind.RESIDENCE ? places.read(form, "at", words) : List.of();
        Optional<NewFact> fact = new FactReader(form, words, LocalDate.now(clock)).read(edit.kind(), offered);
        return new Read(fact.orElse(null), offered, form.errors());
    }

    /** Both versions side by side: what stands about the same thing, and what was typed. */
    Stale stale(Edit edit, long version, Words words) {
        RecordedFact now = sameThingNow(edit);
        Map<String, String> stored =
                now == null ? Map.of() : FactFilled.of(now, texts.of(FactWords.places(now.content())));
        Edit storedEdit = new Edit(edit.person(), edit.kind(), now, stored);
        List<FieldView> typedFields = fields(edit, List.of(), words);
        Map<String, String> shown = new HashMap<>();
        fields(storedEdit, List.of(), words).forEach(field -> shown.put(field.name(), field.shown()));
        List<Stale.Row> rows = new ArrayList<>();
        for (FieldView field : typedFields) {
            if (!field.type().equals("hidden")) {
                rows.add(new Stale.Row(
                        field.label(), now == null ? "" : shown.getOrDefault(field.name(), ""), field.shown()));
            }
        }
        Map<String, String> fields = new LinkedHashMap<>(edit.typed());
        fields.remove("_csrf");
        fields.put("version", String.valueOf(version));
        return new Stale(
                edit.person().name(),
                rows,
                storedEdit.action(),
                fields,
                "/elders/" + edit.person().id());
    }

    /** A fact's page. */
    FactView fact(ElderSummary person, RecordedFact fact, @Nullable String clear, String error, Words words) {
        List<RecordedFact> all = registry.facts(person.id(), CurrentDesk.get().scope(), null);
        FactWords said = views.wordsFor(all, words);
        String elder = "/elders/" + person.id();
        boolean stands = fact.recorded().to() == null;
        String evidence = fact.evidence() == null ? "" : fact.evidence();
        boolean file = FactFields.isFile(evidence);
        boolean mayChange = stands && Rights.mayChange(CurrentDesk.get());
        return new FactView(
                person.name(),
                elder,
                said.topic(fact.content()),
                said.value(fact.content()),
                said.period(fact.valid()),
                said.source(fact.source()),
                file ? words.say("registry.evidence.file") : evidence,
                file ? "/files/" + evidence : null,
                words.say(
                        "registry.recorded.by",
                        Formats.instant(fact.recorded().from()),
                        fact.recorded().by()),
                all.stream()
                        .filter(one -> one.id().equals(fact.id()))
                        .findFirst()
                        .map(one -> ElderViews.state(one, words))
                        .orElse(""),
                elder + "/facts/" + fact.id(),
                String.valueOf(person.version()),
                holdsProtected(fact.content()),
                clear,
                mayChange,
                mayChange
                        && fact.content().kind() != FactKind.IDENTITY
                        && !FactFields.EVENTS.contains(fact.content().kind()),
                all.stream()
                        .filter(one -> !one.id().equals(fact.id()) && isSameThing(one.content(), fact.content()))
                        .map(one -> new ElderView.Row(
                                said.topic(one.content()),
                                said.value(one.content()),
                                said.period(one.valid()),
                                said.source(one.source()),
                                Formats.instant(one.recorded().from()),
                                ElderViews.state(one, words),
                                elder + "/facts/" + one.id()))
                        .toList(),
                error);
    }

    static String refusal(FactChange change, Words words) {
        return switch (change) {
            case FactChange.Stale stale -> words.say("registry.refused.stale");
            case FactChange.SameStart same -> words.say("registry.refused.same");
            case FactChange.IdNumberTaken taken -> words.say("registry.refused.taken");
            case FactChange.ImpossibleDay day -> words.say("registry.refused.day");
            case FactChange.OutsideInstallation outside -> words.say("registry.refused.outside");
            case FactChange.Gone gone -> words.say("registry.refused.gone");
            case FactChange.Done done -> "";
        };
    }

    private FactFormView view(Edit edit, Read read, String version, Words words) {
        List<FieldView> fields = fields(edit, read.offered(), words);
        ElderSummary person = edit.person();
        String title = edit.standing() == null ? "registry.add." + edit.kind() : "registry.correct." + edit.kind();
        String note = "registry.note." + edit.kind();
        return new FactFormView(
                words.say(title),
                person.name() + " · " + ElderViews.line(person, words, LocalDate.now(clock)),
                "/elders/" + person.id(),
                edit.action(),
                version,
                edit.kind().name(),
                fields,
                FactFields.inForm(read.errors(), fields),
                edit.standing() != null
                        ? words.say("registry.note.correct")
                        : words.knows(note) ? words.say(note) : "");
    }

    private List<FieldView> fields(Edit edit, List<Place> offered, Words words) {
        Map<Place, String> names = offered.size() > 1 ? texts.of(offered) : Map.of();
        return new FactFields(words, edit.typed()).of(edit.kind(), offered, names);
    }

    private @Nullable RecordedFact sameThingNow(Edit edit) {
        RecordedFact standing = edit.standing();
        if (standing == null) {
            return null;
        }
        return registry.facts(edit.person().id(), CurrentDesk.get().scope(), null).stream()
                .filter(fact -> fact.recorded().to() == null && fact.source().equals(standing.source()))
                .filter(fact -> isSameThing(fact.content(), standing.content()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSameThing(FactContent one, FactContent other) {
        return switch (one) {
            case FactContent.Residence residence ->
                other instanceof FactContent.Residence that && that.residence() == residence.residence();
            case FactContent.Contact contact ->
                other instanceof FactContent.Contact that && that.contact() == contact.contact();
            case FactContent.Tag tag ->
                other instanceof FactContent.Tag that && that.tag().equals(tag.tag());
            default -> one.kind() == other.kind();
        };
    }

    private static boolean holdsProtected(FactContent content) {
        return switch (content) {
            case FactContent.Identity identity -> identity.idNumber() != null;
            case FactContent.Residence residence -> residence.address() != null;
            case FactContent.Contact contact -> true;
            case FactContent.Account account -> true;
            default -> false;
        };
    }
}
