package org.sangyu.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactContent.Identity;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;

/** People and places of an invented county, for the tests of the registry. */
public final class Sample {

    public static final String COUNTY = "CZZ0101";
    public static final String NEIGHBOUR = "CZZ0102";
    public static final String CITY = "CZZ01";
    public static final Place VILLAGE = new Place(COUNTY + "001001");
    public static final Place OTHER_VILLAGE = new Place(COUNTY + "001002");
    public static final Place FAR_VILLAGE = new Place(NEIGHBOUR + "001001");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Sample() {}

    /** A number in an unassigned range whose check character holds. */
    public static IdNumber idNumber(LocalDate born, int serial) {
        String head = "990101%s%03d".formatted(born.toString().replace("-", ""), serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (head.charAt(i) - '0') * WEIGHTS[i];
        }
        return new IdNumber(head + "10X98765432".charAt(sum % 11));
    }

    /** A woman of the village, registered and living there. */
    public static RegisterElder person(String name, LocalDate born, int serial) {
        return person(name, born, idNumber(born, serial), VILLAGE, VILLAGE);
    }

    /** A person with chosen residences. */
    public static RegisterElder person(
            String name, LocalDate born, @Nullable IdNumber number, @Nullable Place registered, @Nullable Place usual) {
        return new RegisterElder(
                new Identity(name, born, "F", number),
                registered,
                usual,
                "村东头",
                "13800001234",
                FactSourceCode.DESK.name(),
                null);
    }

    /** The id of a person who was registered. */
    public static ElderId registered(Registration outcome) {
        return switch (outcome) {
            case Registration.Registered done -> done.elder();
            default -> throw new AssertionError(outcome.toString());
        };
    }
}
