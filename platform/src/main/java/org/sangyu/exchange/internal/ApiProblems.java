package org.sangyu.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.sangyu.rules.packs.Position;
import org.sangyu.rules.packs.Problem;
import org.sangyu.rules.packs.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Makes problem details: what, where and what to do, in both languages. */
@Component
public class ApiProblems {

    private static final String TYPE = "urn:sangyu:problem:";
    private static final int MOST = 100;
    private static final JsonFactory JSON = new JsonFactory();

    private final ApiWords words;

    ApiProblems(ApiWords words) {
        this.words = words;
    }

    /** What stands in the way of every request of its kind. */
    public enum Kind {
        TOKEN(401, "Authorization"),
        OTHER_REGION(403, "region"),
        NO_SUCH_ADDRESS(404, "path"),
        METHOD(405, "method"),
        TOO_LARGE(413, "body"),
        TOO_MANY_PEOPLE(413, "people"),
        NOT_JSON_TYPE(415, "Content-Type"),
        TOO_OFTEN(429, "token"),
        OUR_FAULT(500, "server"),
        NOT_NOW(503, "server");

        private final int status;
        private final String where;

        Kind(int status, String where) {
            this.status = status;
            this.where = where;
        }
    }

    /** One of the known kinds; the arguments fill its sentences. */
    public ApiProblem of(Kind kind, Object... arguments) {
        Text what = words.say("api.problem." + kind + ".what", arguments);
        Text todo = words.say("api.problem." + kind + ".todo", arguments);
        return new ApiProblem(
                kind.status, kind.name(), what, List.of(new Problem(kind.name(), Position.of(kind.where), what, todo)));
    }

    /** A question that cannot be read. */
    public ApiProblem of(Asked.Wrong wrong) {
        return new ApiProblem(
                400,
                "QUESTION",
                words.say("api.problem.QUESTION", wrong.problems().size()),
                wrong.problems());
    }

    /** As it is sent; of very many problems the first hundred. */
    public byte[] write(ApiProblem problem, String address) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("type", TYPE + problem.code());
            json.writeStringProperty(
                    "title", problem.what().zh() + " / " + problem.what().en());
            json.writeNumberProperty("status", problem.status());
            json.writeStringProperty("instance", address);
            json.writeName("problems");
            json.writeStartArray();
            problem.problems().stream().limit(MOST).forEach(one -> one(json, one));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void one(JsonGenerator json, Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("code", problem.code());
        Position at = problem.at();
        json.writeStringProperty("where", at.path().isEmpty() ? at.file() : at.path());
        if (at.line() > 0) {
            json.writeNumberProperty("line", at.line());
            json.writeNumberProperty("column", at.column());
        }
        text(json, "what", problem.what());
        text(json, "todo", problem.todo());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, Text text) {
        json.writeName(key);
        json.writeStartObject();
        json.writeStringProperty("zh", text.zh());
        json.writeStringProperty("en", text.en());
        json.writeEndObject();
    }
}
