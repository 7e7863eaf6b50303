package org.sangyu.desk.internal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Followable;
import org.sangyu.shared.Followable.News;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every module what is new about things, one question a kind and module, none where there is nothing. */
@Component
public class Newest {

    private final ObjectProvider<Followable> sources;

    Newest(ObjectProvider<Followable> sources) {
        this.sources = sources;
    }

    /** A thing with its name and the newest of it. */
    public record Thing(Follows.Mark mark, News news) {}

    /** Those inside the desk's scope, what changed last first. */
    @Transactional(readOnly = true)
    public List<Thing> of(List<Follows.Mark> marks, Desk desk, Locale language) {
        Map<Followable.Kind, List<UUID>> kinds = new EnumMap<>(Followable.Kind.class);
        marks.forEach(mark -> kinds.computeIfAbsent(mark.kind(), none -> new java.util.ArrayList<>())
                .add(mark.subject()));
        return kinds.entrySet().stream()
                .flatMap(kind -> things(kind.getKey(), kind.getValue(), desk, language))
                .sorted(Comparator.comparing((Thing thing) -> thing.news().at()).reversed())
                .toList();
    }

    private Stream<Thing> things(Followable.Kind kind, List<UUID> subjects, Desk desk, Locale language) {
        return sources
                .orderedStream()
                .flatMap(source -> source.news(kind, subjects, desk.scope(), language).stream())
                .collect(Collectors.groupingBy(News::subject))
                .entrySet()
                .stream()
                .map(of -> merged(of.getValue()))
                .filter(Objects::nonNull)
                .map(news -> new Thing(new Follows.Mark(kind, news.subject()), news));
    }

    /** The name from whose thing it is, the rest from who knows the newest; null when nobody names it here. */
    private static @Nullable News merged(List<News> all) {
        News newest = all.stream().max(Comparator.comparing(News::at)).orElseThrow();
        return all.stream()
                .filter(news -> !news.name().isEmpty())
                .findFirst()
                .map(named -> new News(named.subject(), named.name(), named.href(), newest.at(), newest.sentence()))
                .orElse(null);
    }
}
