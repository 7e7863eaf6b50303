package org.sangyu.crash;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sangyu.benefits.internal.cycle.PayFormat;
import org.sangyu.benefits.internal.cycle.Refusal;
import org.sangyu.benefits.internal.cycle.ReturnDesk;
import org.sangyu.shared.Role;

/** Answers the last file: most were paid, every ninth was refused, of every hundredth it does not know. */
final class Bank {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String ANSWER = """
        select seq || '|' || reference || '|x|x|x|' || (fen / 100) || '.' || lpad((fen % 100)::text, 2, '0') || '|'
            || case when seq % 100 = 0 then '处理中||' when seq % 9 = 0 then '失败|账号已销户|' else '成功||' end
        from benefits.pay_order
        where file = (select id from benefits.pay_file order by number desc limit 1) order by seq\
        """;

    private static final PayFormat.Back COLUMNS = new PayFormat.Back(
            PayFormat.Shape.TEXT, "GBK", "|", 1, 2, 6, false, 7, 8, 9, Set.of("成功"), Set.of("失败"), Set.of("处理中"));

    private final Office office;
    private final ReturnDesk returns;

    Bank(Office office, ReturnDesk returns) {
        this.office = office;
        this.returns = returns;
    }

    void answer() {
        read().ifPresent(why -> {
            throw new IllegalStateException(why.toString());
        });
    }

    /** The same bytes a second time are refused. */
    void answerAgain() {
        if (read().isEmpty()) {
            throw new IllegalStateException("the same answer was read twice");
        }
    }

    private Optional<Refusal> read() {
        List<String> lines = office.list(ANSWER, String.class);
        byte[] bytes = ("头\r\n" + String.join("\r\n", lines) + "\r\n").getBytes(GBK);
        UUID file = newest("id");
        UUID cycle = newest("cycle");
        return office.as(Role.COUNTY_FINANCE, () -> {
            ReturnDesk.Taken taken = returns.take(
                    cycle, file, new ReturnDesk.Upload("answer.txt", "text/plain", new ByteArrayInputStream(bytes)));
            return taken.id() == null ? taken.refusal() : returns.read(cycle, taken.id(), COLUMNS);
        });
    }

    private UUID newest(String column) {
        return office.list("select " + column + " from benefits.pay_file order by number desc limit 1", UUID.class)
                .getFirst();
    }
}
