package org.sangyu.bench;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The same decisions by Drools: executable model, one session used again and again, the best of several batch sizes. */
final class DroolsBench {
    private static final int PEOPLE = 102_400;
    private static final int WARM = 3;
    private static final int[] BATCHES = {64, 256, 1_024, 4_096, 25_600, PEOPLE};

    private final HandWritten hand;
    private final List<DroolsFact> facts = new ArrayList<>(PEOPLE);
    private final KieSession session;

    DroolsBench(InventedColumns people, HandWritten hand, int firstDay) {
        this.hand = hand;
        for (int i = 0; i < PEOPLE; i++) {
            facts.add(new DroolsFact(people, i, firstDay));
        }
        this.session = session(DroolsRules.of(hand.numbers()));
    }

    private static KieSession session(String rules) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem().write("src/main/resources/org/sangyu/bench/bench.drl", rules);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).newKieSession();
    }

    /** Decisions a second with the best batch size, which is said in words beside it. */
    record Speed(double perSecond, int batch) {}

    Speed run() throws Exception {
        same();
        Speed best = new Speed(0, 0);
        for (int batch : BATCHES) {
            double[] millis = new double[Timing.RUNS];
            for (int run = -WARM; run < Timing.RUNS; run++) {
                facts.forEach(DroolsFact::forget);
                double one = Timing.millis(() -> decide(batch));
                millis[Math.max(run, 0)] = one;
            }
            double perSecond = (double) PEOPLE * HandWritten.BENEFITS.size() / Timing.median(millis) * 1_000;
            best = perSecond > best.perSecond() ? new Speed(perSecond, batch) : best;
        }
        session.dispose();
        return best;
    }

    private int decide(int batch) {
        FactHandle[] handles = new FactHandle[batch];
        int fired = 0;
        for (int from = 0; from < PEOPLE; from += batch) {
            int size = Math.min(batch, PEOPLE - from);
            for (int i = 0; i < size; i++) {
                handles[i] = session.insert(facts.get(from + i));
            }
            fired += session.fireAllRules();
            for (int i = 0; i < size; i++) {
                session.delete(handles[i]);
            }
        }
        return fired;
    }

    private void same() {
        decide(BATCHES[2]);
        List<HandWritten.Out> out = new ArrayList<>();
        HandWritten.BENEFITS.forEach(benefit -> out.add(HandWritten.Out.of(PEOPLE)));
        hand.decide(0, PEOPLE, out);
        for (int b = 0; b < out.size(); b++) {
            for (int i = 0; i < PEOPLE; i++) {
                if (!facts.get(i).isAnswered(b, out.get(b), i)) {
                    throw new IllegalStateException(HandWritten.BENEFITS.get(b) + " differs for person " + i);
                }
            }
        }
    }
}
