package org.sangyu.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sangyu.demo.InventedPeople;
import org.sangyu.registry.RosterIntake;
import org.sangyu.shared.Files;
import org.sangyu.shared.Role;
import org.sangyu.testing.Desks;

/** Two rosters of invented people of the whole county: the first has everybody, the second says other things of some. */
final class Rosters {

    /** Large enough for a second chunk of the import, of the deeds and of the bank's answer. */
    private static final double SCALE = 0.135;

    private static final int OLD_ENOUGH = 80;
    private static final int EVERY = 20;
    private static final int TOWNSHIP = 4;
    private static final int VILLAGE = 5;
    private static final int ACCOUNT = 11;

    private final Office office;
    private final InventedPeople people;
    private final RosterIntake intake;
    private final Files files;

    Rosters(Office office, InventedPeople people, RosterIntake intake, Files files) {
        this.office = office;
        this.people = people;
        this.intake = intake;
        this.files = files;
    }

    void first() {
        List<String> lines = new ArrayList<>(invented());
        lines.add(30, "");
        lines.add(40, "查无此人,110101193001010010,男,,,,,,,,,,");
        lines.add(50, lines.get(20));
        lines.add(60, "张无村,,女,1935-02-03,没有的镇,没有的村,,,,,,,");
        lines.add("");
        lines.add(lines.get(20));
        lines.add("");
        take("first.csv", lines);
    }

    /** Every twentieth: some with another account, some in another village; nobody of the village that is moved later. */
    void second() {
        List<String> lines = invented();
        List<String> changed = new ArrayList<>(List.of(lines.getFirst()));
        String moved = lines.get(1).split(",", -1)[VILLAGE];
        for (int i = 1; i + EVERY < lines.size(); i += EVERY) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells[VILLAGE].equals(moved)) {
                continue;
            }
            String[] other = lines.get(i + EVERY).split(",", -1);
            if (i % (2 * EVERY) == 1) {
                cells[TOWNSHIP] = other[TOWNSHIP];
                cells[VILLAGE] = other[VILLAGE];
            } else if (!cells[ACCOUNT].isEmpty()) {
                cells[ACCOUNT] = other[ACCOUNT].isEmpty() ? cells[ACCOUNT] : other[ACCOUNT];
            }
            changed.add(String.join(",", cells));
        }
        take("second.csv", changed);
    }

    /** The very bytes of the second, whatever moved since. */
    void secondAgain() {
        String sha256 = office.list("select sha256 from files.file where name = 'second.csv'", String.class)
                .getFirst();
        at(() -> {
            office.inOne(() -> intake.start(new Files.Stored(sha256, "second.csv", "text/csv", 0)));
            return sha256;
        });
    }

    private List<String> invented() {
        Files.Stored all =
                at(() -> people.roster(office.county(), new InventedPeople.Order(0, SCALE, OLD_ENOUGH, false)));
        try (InputStream in = files.open(all.sha256())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String name, List<String> lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        at(() -> {
            office.inOne(() -> intake.start(files.store(name, "text/csv", out -> out.write(bytes))));
            return name;
        });
    }

    private <T> T at(java.util.function.Supplier<T> deed) {
        return Desks.at(Role.COUNTY_CLERK, office.county().place().path(), deed);
    }
}
