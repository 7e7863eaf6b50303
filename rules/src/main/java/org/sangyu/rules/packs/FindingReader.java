package org.sangyu.rules.packs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.reading.Fields;
import org.sangyu.rules.reading.Problems;
import org.sangyu.rules.reading.Tree;

/** Reads {@code findings.yaml}: contradictions, gaps and misprints of the documents. */
final class FindingReader {
    private final Problems problems;

    FindingReader(Problems problems) {
        this.problems = problems;
    }

    void read(@Nullable Fields top, PackContent into) {
        if (top == null) {
            return;
        }
        for (Tree item : top.items("findings")) {
            Fields finding = Fields.of(item, problems);
            if (finding != null) {
                one(finding, into);
            }
        }
        top.done();
    }

    private void one(Fields fields, PackContent into) {
        int before = problems.count();
        String id = fields.needText("id");
        fields.need("kind");
        Finding.Kind kind = fields.constant("kind", Finding.Kind.class);
        List<Source> says = says(fields);
        Text found = fields.words("found");
        Text handling = fields.words("handling");
        List<String> about = fields.texts("about");
        fields.done();
        if (problems.count() > before) {
            return;
        }
        if (kind == Finding.Kind.CONTRADICTION && says.size() < 2) {
            fields.add(
                    "ONE_SIDE_ONLY",
                    fields.at("says"),
                    "矛盾至少有两处依据",
                    "A contradiction stands in at least two places",
                    "写上另一处，或改 kind",
                    "Add the other place, or change the kind");
        } else if (id != null && kind != null && found != null && handling != null) {
            into.findings.add(new Finding(into.pack, id, kind, says, found, handling, about, fields.at()));
        }
    }

    private List<Source> says(Fields fields) {
        List<Source> says = new ArrayList<>();
        List<Tree> items = fields.need("says") ? fields.items("says") : List.of();
        for (Tree item : items) {
            Fields place = Fields.of(item, problems);
            String document = place == null ? null : place.needText("document");
            String clause = place == null ? null : place.needText("clause");
            if (place != null) {
                place.done();
            }
            if (document != null && clause != null) {
                says.add(new Source(document, clause));
            }
        }
        return says;
    }
}
