package org.sangyu.rules.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Membership;
import org.sangyu.rules.writing.DecisionWriter;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Answers as JSON, one line for each person. */
final class JsonAnswer implements Answer {
    private final OutputStream out;
    private final JsonGenerator json;
    private final DecisionWriter writer;

    JsonAnswer(OutputStream out) throws IOException {
        this.out = out;
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        this.json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        this.writer = DecisionWriter.decimals(json);
        json.writeStartObject();
        json.writeName("people");
        json.writeStartArray();
    }

    @Override
    public void decisions(String id, List<Decision> decisions) {
        begin(id, "decisions");
        for (Decision decision : decisions) {
            writer.decision(decision);
        }
        end();
    }

    @Override
    public void groups(String id, List<Membership> memberships) {
        begin(id, "groups");
        for (Membership membership : memberships) {
            json.writeStartObject();
            json.writeStringProperty("group", membership.group().id());
            json.writeStringProperty("member", membership.member().name());
            writer.reasons(membership.reasons());
            json.writeEndObject();
        }
        end();
    }

    private void begin(String id, String list) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeName(list);
        json.writeStartArray();
    }

    private void end() {
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        out.flush();
    }
}
