package org.sangyu.rules.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sangyu.rules.Decision;
import org.sangyu.rules.Membership;
import org.sangyu.rules.Reason;
import org.sangyu.rules.Wording;
import org.sangyu.rules.packs.Text;

/** Answers as sentences, Chinese and English. */
final class TextAnswer implements Answer {
    private final Writer out;

    TextAnswer(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void decisions(String id, List<Decision> decisions) throws IOException {
        out.write(id + "\n");
        for (Decision decision : decisions) {
            Text name = decision.benefit().name();
            write(name.zh() + "：" + outcome(decision, "zh"), name.en() + ": " + outcome(decision, "en"));
            reasons(decision.reasons());
        }
    }

    @Override
    public void groups(String id, List<Membership> memberships) throws IOException {
        out.write(id + "\n");
        for (Membership membership : memberships) {
            Text name = membership.group().name();
            Text member = member(membership.member());
            write(name.zh() + "：" + member.zh(), name.en() + ": " + member.en());
            reasons(membership.reasons());
        }
    }

    private static Text member(Membership.Member member) {
        return switch (member) {
            case YES -> new Text("是", "yes");
            case NO -> new Text("否", "no");
            case UNDETERMINED -> new Text("待定", "undetermined");
        };
    }

    private static String outcome(Decision decision, String language) {
        boolean zh = language.equals("zh");
        return switch (decision) {
            case Decision.Entitled entitled -> {
                String amount = Wording.in(language)
                        .amount(entitled.amount(), entitled.benefit().unit());
                String least = zh ? "可享受，不低于 " : "entitled to at least ";
                String exact = zh ? "可享受，" : "entitled to ";
                yield (entitled.atLeast() ? least : exact) + amount;
            }
            case Decision.NotEntitled _ -> zh ? "不享受" : "not entitled";
            case Decision.Undetermined _ -> zh ? "待定" : "undetermined";
        };
    }

    private void write(String zh, String en) throws IOException {
        out.write("  " + zh + "\n  " + en + "\n");
    }

    private void reasons(List<Reason> reasons) throws IOException {
        for (Reason reason : reasons) {
            String source = reason.source().document() + " " + reason.source().clause();
            out.write("    - " + Wording.zh(reason) + "。[" + source + "]\n");
            out.write("      " + Wording.en(reason) + ". [" + source + "]\n");
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
