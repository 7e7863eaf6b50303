package org.sangyu.jobs.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.jobs.Job;
import org.sangyu.jobs.JobBoard;
import org.sangyu.jobs.JobState;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Files;
import org.sangyu.shared.Jobs.Title;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Jobs of the desk: the list, and one with its progress, which the page asks for again every second. */
@Controller
class JobPages {

    private static final int PAGE = 50;
    private static final int MINUTE_SECONDS = 60;

    private final JobBoard board;
    private final Dictionary dictionary;
    private final Clock clock;

    JobPages(JobBoard board, Dictionary dictionary, Clock clock) {
        this.board = board;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/jobs")
    String list(@RequestParam(defaultValue = "") String before, Locale locale, Model model) {
        Desk desk = CurrentDesk.get();
        List<Job> found = board.list(desk.scope(), job(before), PAGE + 1);
        List<Job> shown = found.subList(0, Math.min(PAGE, found.size()));
        Words words = dictionary.in(locale);
        model.addAttribute(
                "jobs", shown.stream().map(job -> view(job, desk, words)).toList());
        model.addAttribute(
                "older", found.size() > PAGE ? "/jobs?before=" + shown.getLast().id() : "");
        return "jobs/web/jobs";
    }

    /** The job before which the list goes on; what is none starts it from the newest. */
    private static @Nullable UUID job(String id) {
        try {
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    @GetMapping("/jobs/{id}")
    String one(@PathVariable UUID id, Locale locale, Model model) {
        Desk desk = CurrentDesk.get();
        Job job = board.find(id, desk.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("job", view(job, desk, dictionary.in(locale)));
        return "jobs/web/job";
    }

    @PostMapping("/jobs/{id}/resume")
    ResponseEntity<Void> resume(@PathVariable UUID id) {
        if (board.find(id, CurrentDesk.get().scope()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        board.resume(id);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/jobs/" + id))
                .build();
    }

    private JobView view(Job job, Desk desk, Words words) {
        return new JobView(
                "/jobs/" + job.id(),
                say(words, job.title()),
                job.person(),
                Formats.instant(job.times().created()),
                took(job, words),
                tone(job.state()),
                words.say("jobs.state." + job.state().name()),
                job.state().isOver(),
                job.done(),
                job.total(),
                progress(job, words),
                job.message() == null ? "" : say(words, job.message()),
                job.attempts() > 1 && !job.state().isOver(),
                job.result() == null ? "" : job.result(),
                job.files().stream().map(JobPages::file).toList(),
                job.state() == JobState.FAILED && job.account().equals(desk.account()));
    }

    private static String say(Words words, Title title) {
        return words.say(title.wordKey(), title.arguments().toArray());
    }

    private static String progress(Job job, Words words) {
        if (job.total() > 0) {
            return words.say("jobs.progress.of", job.done(), job.total());
        }
        return job.done() > 0 ? words.say("jobs.progress.some", job.done()) : "";
    }

    private String took(Job job, Words words) {
        Instant begun = job.times().begun();
        if (begun == null) {
            return "";
        }
        Instant ended = job.times().ended();
        Duration took = Duration.between(begun, ended == null ? clock.instant() : ended);
        return took.toSeconds() < MINUTE_SECONDS
                ? words.say("jobs.took.seconds", Math.max(1, took.toSeconds()))
                : words.say("jobs.took.minutes", took.toMinutes(), took.toSecondsPart());
    }

    private static JobView.File file(Files.Stored file) {
        return new JobView.File("/files/" + file.sha256(), file.name(), Formats.bytes(file.bytes()));
    }

    private static String tone(JobState state) {
        return switch (state) {
            case QUEUED -> "off";
            case RUNNING -> "wait";
            case DONE -> "ok";
            case FAILED -> "bad";
        };
    }
}
