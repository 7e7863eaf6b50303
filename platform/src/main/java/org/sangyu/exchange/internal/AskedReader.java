package org.sangyu.exchange.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.facts.Person;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.reading.FactsReader;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.JsonTree;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a question: region, month, day of knowledge and people with their facts, named as for {@code decide}. */
@Component
class AskedReader {

    private static final String BODY = "body";
    private static final JsonFactory JSON = new JsonFactory();

    private final ApiWords words;
    private final ApiLimits limits;

    AskedReader(ApiWords words, ApiLimits limits) {
        this.words = words;
        this.limits = limits;
    }

    Asked read(byte[] body) {
        Problems problems = new Problems();
        Tree tree = tree(body, problems);
        Fields fields = problems.count() > 0 ? null : Fields.of(tree, problems);
        if (fields == null) {
            return new Asked.Wrong(problems.all());
        }
        RegionCode region = word(fields, "region", text -> RegionCode.isCode(text) ? RegionCode.of(text) : null);
        YearMonth month = word(fields, "month", AskedReader::month);
        LocalDate asOf = fields.day("asOf");
        fields.need("people");
        List<Tree> written = fields.items("people");
        fields.done();
        if (written.size() > limits.people()) {
            return new Asked.TooMany(written.size());
        }
        List<Person> people = people(written, problems);
        return region == null || month == null || problems.count() > 0
                ? new Asked.Wrong(problems.all())
                : new Asked.Question(region, month, asOf, people);
    }

    private @Nullable Tree tree(byte[] body, Problems problems) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() == null) {
                problems.add("NOT_JSON", Position.of(BODY), words.say("api.empty.what"), words.say("api.empty.todo"));
                return null;
            }
            JsonTree trees = new JsonTree(BODY, parser, problems);
            Tree tree = trees.value("");
            if (parser.nextToken() != null) {
                problems.add("NOT_JSON", trees.at(""), words.say("api.more.what"), words.say("api.more.todo"));
            }
            return tree;
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            problems.add(
                    "NOT_JSON",
                    at == null
                            ? Position.of(BODY)
                            : new Position(BODY, Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), ""),
                    words.say("api.json.what"),
                    words.say("api.json.todo"));
            return null;
        }
    }

    private <T> @Nullable T word(Fields fields, String key, Function<String, @Nullable T> reading) {
        String text = fields.needText(key);
        T read = text == null ? null : reading.apply(text);
        if (text != null && read == null) {
            fields.problems()
                    .add(
                            "WRONG_VALUE",
                            fields.at(key),
                            words.say("api." + key + ".what", text),
                            words.say("api." + key + ".todo"));
        }
        return read;
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    private List<Person> people(List<Tree> written, Problems problems) {
        FactsReader facts = new FactsReader(problems);
        Set<String> ids = new HashSet<>();
        List<Person> people = new ArrayList<>(written.size());
        for (Tree one : written) {
            Person person = facts.read(one);
            if (person != null && !ids.add(person.id())) {
                problems.add(
                        "REPEATED",
                        one.at(),
                        words.say("api.repeated.what", person.id()),
                        words.say("api.repeated.todo"));
            } else if (person != null) {
                people.add(person);
            }
        }
        return people;
    }
}
