package org.sangyu.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sangyu.access.Ledger;
import org.sangyu.desk.internal.Follows;
import org.sangyu.desk.internal.Newest;
import org.sangyu.desk.internal.Waiting;
import org.sangyu.jobs.Job;
import org.sangyu.jobs.JobBoard;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Organisation;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.Role;
import org.sangyu.shared.WorkItems.WorkItem;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Page;
import org.sangyu.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Home: what waits for this desk, what its person follows, what runs and what was done. */
@Controller
class HomePages {

    private static final int JOBS = 5;
    private static final int DEEDS = 8;
    private static final int SOON_DAYS = 3;
    private static final int FOLLOWED = 10;

    private final Waiting waiting;
    private final JobBoard jobs;
    private final Ledger ledger;
    private final Follows follows;
    private final Newest newest;
    private final Clock clock;

    HomePages(Waiting waiting, JobBoard jobs, Ledger ledger, Follows follows, Newest newest, Clock clock) {
        this.waiting = waiting;
        this.jobs = jobs;
        this.ledger = ledger;
        this.follows = follows;
        this.newest = newest;
        this.clock = clock;
    }

    @GetMapping("/")
    @Transactional(readOnly = true)
    public String home(@ModelAttribute("page") Page page, Model model) {
        Desk desk = CurrentDesk.get();
        String elsewhere = elsewhere(desk);
        if (!elsewhere.isEmpty()) {
            return "redirect:" + elsewhere;
        }
        if (!Role.office().contains(desk.role())) {
            Organisation organisation = desk.organisation();
            model.addAttribute("organisation", organisation == null ? "" : organisation.name());
            model.addAttribute("role", page.say("access.role." + desk.role()));
            model.addAttribute("sentence", page.say("desk.outside." + desk.role()));
            model.addAttribute("policies", desk.role() == Role.LIAISON);
            return "desk/web/outside";
        }
        LocalDate today = LocalDate.now(clock);
        Words words = page.words();
        model.addAttribute(
                "view",
                new HomeView(
                        Formats.date(today),
                        waiting.of(desk).stream()
                                .map(item -> work(item, today, words))
                                .toList(),
                        followed(desk, words),
                        jobs(desk, words),
                        deeds(desk, words)));
        return "desk/web/home";
    }

    /** Where the work of a desk outside the office begins; empty for those whose work begins here. */
    private static String elsewhere(Desk desk) {
        Organisation organisation = desk.organisation();
        return switch (desk.role()) {
            case ELDER, RELATIVE -> "/me";
            case VISITOR, ASSESSOR -> "/visits";
            case HOTLINE -> "/hotline";
            case LIAISON -> organisation == null || organisation.sources().isEmpty() ? "" : "/imports";
            case VILLAGE,
                    TOWNSHIP,
                    COUNTY_CLERK,
                    COUNTY_REVIEWER,
                    COUNTY_CHIEF,
                    COUNTY_FINANCE,
                    CITY,
                    ADMINISTRATOR,
                    SECURITY,
                    AUDITOR,
                    INSTITUTION_HEAD,
                    INSTITUTION_STAFF,
                    PROVIDER_HEAD,
                    PROVIDER_WORKER,
                    VOLUNTEER -> "";
        };
    }

    private static HomeView.Work work(WorkItem item, LocalDate today, Words words) {
        String count = Formats.countUpToThousand(item.count());
        Object[] arguments =
                Stream.concat(Stream.of(count), item.arguments().stream()).toArray();
        String since = item.since() == null
                ? ""
                : words.say("desk.since", item.since().toString(), Formats.relative(item.since(), today, words));
        String due = item.due() == null
                ? ""
                : words.say("desk.due", item.due().toString(), Formats.relative(item.due(), today, words));
        return new HomeView.Work(
                count, words.say(item.wordKey(), arguments), item.href(), since, due, tone(item.due(), today));
    }

    private static String tone(@org.jspecify.annotations.Nullable LocalDate due, LocalDate today) {
        if (due == null) {
            return "off";
        }
        long days = ChronoUnit.DAYS.between(today, due);
        return days < 0 ? "bad" : days <= SOON_DAYS ? "warn" : "off";
    }

    private List<FollowedView> followed(Desk desk, Words words) {
        return newest.of(follows.list(), desk, words.language().locale()).stream()
                .limit(FOLLOWED)
                .map(thing -> FollowedView.of(thing, words))
                .toList();
    }

    private List<HomeView.Running> jobs(Desk desk, Words words) {
        return jobs.list(desk.scope(), null, JOBS).stream()
                .sorted(Comparator.comparing((Job job) -> job.state().isOver()))
                .map(job -> new HomeView.Running(
                        words.say(job.title().wordKey(), job.title().arguments().toArray()),
                        "/jobs/" + job.id(),
                        switch (job.state()) {
                            case QUEUED -> "off";
                            case RUNNING -> "wait";
                            case DONE -> "ok";
                            case FAILED -> "bad";
                        },
                        words.say("jobs.state." + job.state().name()),
                        job.total() > 0 && !job.state().isOver()
                                ? words.say("jobs.progress.of", job.done(), job.total())
                                : "",
                        job.person(),
                        Formats.instant(job.times().created())))
                .toList();
    }

    /** Deeds whose verb has words; others are for the ledger only. A job that writes one in each piece did it once. */
    private List<HomeView.Done> deeds(Desk desk, Words words) {
        if (desk.place().level().compareTo(PlaceLevel.COUNTY) < 0) {
            return List.of();
        }
        return ledger.listLatest(desk.scope(), desk.place(), DEEDS * 3).stream()
                .filter(deed -> words.knows("deed." + deed.verb()))
                .map(deed ->
                        new HomeView.Done(Formats.instant(deed.at()), deed.person(), words.say("deed." + deed.verb())))
                .distinct()
                .limit(DEEDS)
                .toList();
    }
}
