package org.sangyu.policy.internal.own;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.policy.internal.PackShelf;
import org.sangyu.policy.internal.RegionCodes;
import org.sangyu.policy.internal.own.OwnValue.Deed;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.rules.packs.Document;
import org.sangyu.rules.packs.PackFile;
import org.sangyu.rules.packs.PackSet;
import org.sangyu.rules.packs.Problem;
import org.sangyu.rules.packs.Text;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.sangyu.shared.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Values that this installation adds to the packs: proposed by one person with a paper of its own, checked as a pack
 * is, put in force by a second, ended by two; nothing is deleted.
 */
@Unscoped("rows are found by id under row security")
@Component
public class OwnValues {

    private final OwnRows rows;
    private final PackShelf shelf;
    private final RegionCodes codes;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final Outside outside;
    private final TimeOrderedIds ids;
    private final Clock clock;

    OwnValues(
            OwnRows rows,
            PackShelf shelf,
            RegionCodes codes,
            Regions regions,
            JdbcClient jdbc,
            Outside outside,
            TimeOrderedIds ids,
            Clock clock) {
        this.rows = rows;
        this.shelf = shelf;
        this.codes = codes;
        this.regions = regions;
        this.jdbc = jdbc;
        this.outside = outside;
        this.ids = ids;
        this.clock = clock;
    }

    /** Ports of other modules that a deed needs. */
    @Component
    record Outside(Jobs jobs, Files files, Audit audit) {}

    /** What came of a deed. */
    public sealed interface Outcome {

        /** It was done. */
        record Done(UUID id) implements Outcome {}

        /** It was not, for these reasons. */
        record Refused(List<Text> why) implements Outcome {}

        /** It was not, because somebody else decided first, or the same person may not do both. */
        record Barred(String wordKey) implements Outcome {}
    }

    /** What somebody proposes. */
    public record Proposal(
            Place place,
            OwnKind kind,
            String subject,
            OwnContent content,
            LocalDate from,
            @Nullable LocalDate to,
            OwnSource source) {

        /** The same with its scan stored. */
        public Proposal with(Files.Stored scan) {
            OwnSource stored = new OwnSource(
                    source.title(),
                    source.number(),
                    source.issuer(),
                    source.issued(),
                    source.clause(),
                    source.words(),
                    scan);
            return new Proposal(place, kind, subject, content, from, to, stored);
        }
    }

    /** Everything the desk may see, and what is or was in force for its place; newest first. */
    @Transactional(readOnly = true)
    public List<OwnValue> list() {
        Desk desk = CurrentDesk.get();
        return rows.list(desk.scope(), codes.of(desk.place()).digits());
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<OwnValue> find(UUID id) {
        return rows.find(id);
    }

    /** What is wrong with a proposal, by the checks of packs; empty when nothing is. */
    @Transactional(readOnly = true)
    public List<Text> check(Proposal proposal) {
        return problems(value(ids.next(), proposal));
    }

    /** Proposes; the effect is computed in the background at once. */
    @Transactional
    public Outcome propose(Proposal proposal) {
        OwnValue value = value(ids.next(), proposal);
        List<Text> problems = problems(value);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        rows.add(value);
        compute(value.id());
        audit("policy.own.propose", value, "");
        return new Outcome.Done(value.id());
    }

    /** Starts, at this desk, to compute what the change would do. */
    @Transactional
    public UUID compute(UUID id) {
        return outside.jobs()
                .start(EffectJob.KIND, Jobs.Title.of("policy.own.job"), Map.of(EffectJob.VALUE, id.toString()));
    }

    /**
     * A second person puts it in force, or lets it end when that was asked for. When the packs changed since its effect
     * was computed, the effect is computed anew first, to be looked at.
     */
    @Transactional
    public Outcome agree(OwnValue value) {
        Desk desk = CurrentDesk.get();
        if (!mayDecide(desk, value)) {
            return new Outcome.Barred(
                    value.askedBy().equals(desk.account()) ? "policy.own.same-person" : "policy.own.not-yours");
        }
        Effect effect = value.effect();
        if (effect == null) {
            return new Outcome.Barred("policy.own.no-effect");
        }
        if (!effect.policy().equals(shelf.packs().hash())) {
            compute(value.id());
            return new Outcome.Barred("policy.own.stale-effect");
        }
        return value.isEnding() ? end(value, desk) : putInForce(value, desk);
    }

    private Outcome putInForce(OwnValue value, Desk desk) {
        List<Text> problems = problems(value);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        Instant now = clock.instant();
        if (!rows.decide(value.id(), OwnState.IN_FORCE, new Deed(desk.account(), desk.name(), now, ""))) {
            return new Outcome.Barred("policy.own.too-late");
        }
        replaced(rows.inForce(value.region()), value).forEach(old -> rows.end(old.id(), desk.account(), now));
        publish(value, value.proposed().account(), desk.account());
        outside.files().shareWithAll(value.source().scan());
        audit("policy.own.in-force", value, "");
        return new Outcome.Done(value.id());
    }

    private Outcome end(OwnValue value, Desk desk) {
        if (!rows.end(value.id(), desk.account(), clock.instant())) {
            return new Outcome.Barred("policy.own.too-late");
        }
        publish(value, value.askedBy(), desk.account());
        audit("policy.own.end", value, "");
        return new Outcome.Done(value.id());
    }

    /** A second person does not agree: a proposal is refused, a value asked to end stays in force. */
    @Transactional
    public Outcome refuse(OwnValue value, String reason) {
        Desk desk = CurrentDesk.get();
        if (!mayDecide(desk, value)) {
            return new Outcome.Barred(
                    value.askedBy().equals(desk.account()) ? "policy.own.same-person" : "policy.own.not-yours");
        }
        boolean done = value.isEnding()
                ? rows.keep(value.id())
                : rows.decide(
                        value.id(), OwnState.REFUSED, new Deed(desk.account(), desk.name(), clock.instant(), reason));
        return after(done, value, "policy.own.refuse", reason);
    }

    /** Whoever asked takes it back. */
    @Transactional
    public Outcome withdraw(OwnValue value, String reason) {
        Desk desk = CurrentDesk.get();
        if (!value.isWaiting() || !value.askedBy().equals(desk.account())) {
            return new Outcome.Barred("policy.own.not-yours");
        }
        boolean done = value.isEnding()
                ? rows.keep(value.id())
                : rows.decide(
                        value.id(), OwnState.WITHDRAWN, new Deed(desk.account(), desk.name(), clock.instant(), reason));
        return after(done, value, "policy.own.withdraw", reason);
    }

    /** Asks for the end of a value in force; a second person has to agree. */
    @Transactional
    public Outcome askEnd(OwnValue value, String reason) {
        Desk desk = CurrentDesk.get();
        if (!mayPropose(desk, value.place())) {
            return new Outcome.Barred("policy.own.not-yours");
        }
        boolean done = rows.askEnd(value.id(), new Deed(desk.account(), desk.name(), clock.instant(), reason));
        if (done) {
            compute(value.id());
        }
        return after(done, value, "policy.own.ask-end", reason);
    }

    private Outcome after(boolean done, OwnValue value, String verb, String reason) {
        if (!done) {
            return new Outcome.Barred("policy.own.too-late");
        }
        audit(verb, value, reason);
        return new Outcome.Done(value.id());
    }

    /** Clerk and chief of the county itself; the administrator for any place. */
    public static boolean mayPropose(Desk desk, Place place) {
        return desk.role() == Role.ADMINISTRATOR
                || ((desk.role() == Role.COUNTY_CLERK || desk.role() == Role.COUNTY_CHIEF)
                        && desk.place().equals(place));
    }

    /** Never who asked; amounts: the county's chief or an administrator; what binds procedures: an administrator. */
    public static boolean mayDecide(Desk desk, OwnValue value) {
        boolean role = desk.role() == Role.ADMINISTRATOR
                || (value.kind() == OwnKind.AMOUNT
                        && desk.role() == Role.COUNTY_CHIEF
                        && desk.place().equals(value.place()));
        return role && value.isWaiting() && !value.askedBy().equals(desk.account());
    }

    /** The packs as they would be with the value decided: in force, or ended when its end was asked for. */
    @Transactional(readOnly = true)
    public PackSet packsWith(OwnValue value) {
        List<PackFile> own = new ArrayList<>(shelf.own().stream()
                .filter(file -> !file.path().startsWith(OwnLayer.folder(value.region())))
                .toList());
        own.addAll(layer(value).files(then(value)));
        return shelf.packs().withInstallation(own);
    }

    private List<OwnValue> then(OwnValue value) {
        List<OwnValue> inForce = rows.inForce(value.region());
        if (value.isEnding()) {
            return inForce.stream().filter(one -> !one.id().equals(value.id())).toList();
        }
        List<OwnValue> gone = replaced(inForce, value);
        Desk desk = CurrentDesk.get();
        return Stream.concat(
                        inForce.stream().filter(one -> !gone.contains(one)),
                        Stream.of(value.asInForce(desk.account(), desk.name(), clock.instant())))
                .toList();
    }

    private static List<OwnValue> replaced(List<OwnValue> inForce, OwnValue by) {
        return inForce.stream()
                .filter(one -> !one.id().equals(by.id()) && one.kind() == by.kind())
                .filter(one -> one.subject().equals(by.subject())
                        && (by.kind() == OwnKind.SETTING || one.from().equals(by.from())))
                .toList();
    }

    private List<Text> problems(OwnValue value) {
        PackSet then = packsWith(value);
        String folder = OwnLayer.folder(value.region());
        return then.problems().stream()
                .filter(problem -> problem.at().file().startsWith(folder))
                .map(problem -> readable(problem, then))
                .toList();
    }

    /** A problem without file and line, and with titles instead of the ids of documents. */
    private static Text readable(Problem problem, PackSet packs) {
        String zh = problem.what().zh();
        String en = problem.what().en();
        for (Document document : packs.documents()) {
            zh = zh.replace(document.id() + " ", "《" + document.title().zh() + "》");
            en = en.replace(document.id() + " ", document.title().en() + ", ");
        }
        for (var benefit : packs.benefits()) {
            zh = zh.replace("“" + benefit.id() + "”", "“" + benefit.name().zh() + "”");
            en = en.replace("'" + benefit.id() + "'", "'" + benefit.name().en() + "'");
        }
        return new Text(zh, en);
    }

    /** Writes the layer of the value's region anew, file by file, where it changed; the shelf takes the newest. */
    private void publish(OwnValue value, String proposedBy, String confirmedBy) {
        Map<String, String> now = new LinkedHashMap<>();
        shelf.own().stream()
                .filter(file -> file.path().startsWith(OwnLayer.folder(value.region())))
                .forEach(file -> now.put(file.path(), file.text()));
        Map<String, String> then = new LinkedHashMap<>();
        now.keySet().forEach(path -> then.put(path, ""));
        layer(value).files(rows.inForce(value.region())).forEach(file -> then.put(file.path(), file.text()));
        Timestamp at = Timestamp.from(clock.instant());
        then.forEach((path, text) -> {
            if (!text.equals(now.get(path))) {
                jdbc.sql("""
                                insert into policy.installation_value (id, path, content, source, scan_sha256,
                                    proposed_by, proposed_at, confirmed_by, confirmed_at)
                                values (:id, :path, :content, :source, :scan, :proposer, :proposed, :confirmer, :at)
                                """)
                        .param("id", ids.next())
                        .param("path", path)
                        .param("content", text)
                        .param("source", value.document())
                        .param("scan", value.source().scan().sha256())
                        .param("proposer", proposedBy)
                        .param("proposed", Timestamp.from(value.proposed().at()))
                        .param("confirmer", confirmedBy)
                        .param("at", at)
                        .update();
            }
        });
    }

    /** The files of one region's layer, as a pack folder. */
    public List<PackFile> files(String region) {
        return shelf.own().stream()
                .filter(file -> file.path().startsWith(OwnLayer.folder(region)))
                .toList();
    }

    private OwnLayer layer(OwnValue value) {
        String name = regions.find(value.place()).map(PlaceInfo::name).orElse(value.region());
        return new OwnLayer(shelf.packs(), value.region(), name);
    }

    private OwnValue value(UUID id, Proposal proposal) {
        Desk desk = CurrentDesk.get();
        return new OwnValue(
                id,
                proposal.place(),
                codes.of(proposal.place()).digits(),
                proposal.kind(),
                proposal.subject(),
                proposal.content(),
                proposal.from(),
                proposal.to(),
                proposal.source(),
                OwnState.PROPOSED,
                new Deed(desk.account(), desk.name(), clock.instant(), ""),
                null,
                null,
                null,
                null);
    }

    private void audit(String verb, OwnValue value, String reason) {
        outside.audit()
                .write(
                        verb,
                        value.id(),
                        value.place(),
                        Map.of("kind", value.kind().name(), "subject", value.subject(), "reason", reason));
    }
}
