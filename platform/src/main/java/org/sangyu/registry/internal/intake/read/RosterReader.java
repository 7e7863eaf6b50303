package org.sangyu.registry.internal.intake.read;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.internal.intake.read.Locator.Located;
import org.sangyu.registry.internal.intake.sheet.SheetCell;
import org.sangyu.registry.internal.intake.sheet.SheetRow;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;

/**
 * Reads the rows of one file; remembers the ID numbers it has seen, so it reads them in order from the first.
 *
 * <p>Not for two threads.
 */
public final class RosterReader {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1890, 1, 1);
    private static final int ID_DIGITS = 17;
    private static final int SHOWN = 20;

    private final Setup setup;
    private final DayReader days;
    private final Map<Heading, Integer> columns = new EnumMap<>(Heading.class);
    private final Map<Long, Integer> seen = new HashMap<>();

    /**
     * How to read.
     *
     * @param columns what each column holds
     * @param places finds villages
     * @param within the desk's place
     * @param today no birth or assessment lies after it
     * @param from1904 how day numbers count
     * @param benefits ids by name in the template of people paid already; null for a roster
     */
    public record Setup(
            Map<Heading, Integer> columns,
            Locator places,
            Place within,
            LocalDate today,
            boolean from1904,
            @Nullable Map<String, String> benefits) {}

    /** A reader for one file. */
    public RosterReader(Setup setup) {
        this.setup = setup;
        this.days = new DayReader(setup.from1904());
        this.columns.putAll(setup.columns());
    }

    /** Reads the next row. */
    public RowOutcome read(SheetRow row) {
        if (row.isBlank() || isNote(row)) {
            return new RowOutcome.Skipped();
        }
        Gathering gathering = new Gathering(row);
        PersonDraft.Who who = who(gathering);
        PersonDraft.Where where = where(gathering);
        PersonDraft.Reach reach = reach(gathering);
        PersonDraft.Care care = care(gathering);
        PersonDraft.Account account = account(gathering, who.name());
        PersonDraft.Opening opening = setup.benefits() == null ? null : opening(gathering, setup.benefits());
        if (gathering.problems.isEmpty()) {
            refuseRepeated(gathering, who, opening);
        }
        if (!gathering.problems.isEmpty()) {
            return new RowOutcome.Refused(row.number(), who.name(), gathering.problems);
        }
        return new RowOutcome.Read(
                new PersonDraft(row.number(), who, where, reach, care, account, opening, gathering.remarks));
    }

    private boolean isNote(SheetRow row) {
        String name = Typed.text(cell(row, Heading.NAME));
        if (name.startsWith("示例") || name.startsWith("样例")) {
            return true;
        }
        if (Typed.text(cell(row, Heading.ID_NUMBER)).chars().anyMatch(Character::isDigit)) {
            return false;
        }
        String first = "";
        for (SheetCell cell : row.cells()) {
            if (!cell.isBlank()) {
                first = Typed.text(cell).replace(" ", "");
                break;
            }
        }
        return first.matches("(合计|总计|小计|共计|填表|制表|审核|备注|说明|注[:：]|单位负责).*")
                || first.matches("(经办|负责|填报|单位|日期|联系人)[^:：]{0,8}[:：].*");
    }

    private PersonDraft.Who who(Gathering row) {
        String name = row.take(Heading.NAME, Plain.name(row.cell(Heading.NAME)));
        if (name == null && row.cell(Heading.NAME).isBlank()) {
            row.problem(Heading.NAME, "nameMissing");
        }
        IdNumber id = row.take(Heading.ID_NUMBER, IdReader.read(row.cell(Heading.ID_NUMBER)));
        LocalDate born = row.take(Heading.BORN, days.day(bornCell(row, id)));
        String sex = row.take(Heading.SEX, Plain.sex(row.cell(Heading.SEX)));
        if (id == null) {
            if (born == null && row.problems.isEmpty()) {
                row.problem(Heading.ID_NUMBER, "idAndBirthMissing");
            }
        } else {
            agree(row, id, born, sex);
            born = id.born();
            sex = id.sex();
        }
        if (born != null && (born.isAfter(setup.today()) || born.isBefore(EARLIEST_BIRTH))) {
            row.problem(Heading.BORN, "bornImpossible", born.toString());
        }
        return new PersonDraft.Who(name == null ? shown(row) : name, id, born, sex);
    }

    /** A birth month beside an ID number says nothing new and is not held against the row. */
    private SheetCell bornCell(Gathering row, @Nullable IdNumber id) {
        SheetCell cell = row.cell(Heading.BORN);
        return id != null
                        && days.day(cell) instanceof Reading.Wrong<LocalDate>
                        && java.time.YearMonth.from(id.born())
                                .equals(days.month(cell).orNull())
                ? SheetCell.BLANK
                : cell;
    }

    private static String shown(Gathering row) {
        String text = Typed.text(row.cell(Heading.NAME));
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }

    private static void agree(Gathering row, IdNumber id, @Nullable LocalDate born, @Nullable String sex) {
        if (born != null && !born.equals(id.born())) {
            row.problem(Heading.BORN, "bornDiffers", born.toString(), id.born().toString());
        }
        if (sex != null && !sex.equals(id.sex())) {
            row.problem(Heading.SEX, id.sex().equals("F") ? "sexIsFemale" : "sexIsMale");
        }
    }

    private PersonDraft.Where where(Gathering row) {
        String county = row.words(Heading.COUNTY);
        String township = row.words(Heading.TOWNSHIP);
        String village = row.words(Heading.VILLAGE);
        boolean said = !county.isEmpty() || !township.isEmpty() || !village.isEmpty();
        Place place = null;
        String unknown = null;
        if (said || setup.within().level() == PlaceLevel.VILLAGE) {
            switch (setup.places().find(county, township, village)) {
                case Locator.At(Place at) -> place = at;
                case Locator.TownshipOnly(Place at, String written, List<Place> among) -> {
                    place = at;
                    unknown = written;
                    row.remarks.add(
                            written.isEmpty()
                                    ? Problem.of(Heading.VILLAGE, "villageMissing")
                                    : Problem.of(Heading.VILLAGE, "villageParked", written));
                }
                case Locator.Nowhere(String why, List<String> arguments) ->
                    row.problems.add(new Problem(Heading.VILLAGE, why, arguments));
            }
        }
        String address = row.words(Heading.ADDRESS);
        Place resides = resides(row, place, address);
        return new PersonDraft.Where(place, unknown, resides, address.isEmpty() ? null : address);
    }

    private @Nullable Place resides(Gathering row, @Nullable Place registered, String address) {
        String usual = row.words(Heading.RESIDES);
        if (!usual.isEmpty()) {
            Located located = setup.places().find("", "", usual);
            if (located instanceof Locator.At(Place at)) {
                return at;
            }
            row.remarks.add(Problem.of(Heading.RESIDES, "residesUnknown", usual));
            return null;
        }
        return address.isEmpty() || registered == null
                ? null
                : setup.places().ofAddress(registered, address).orElse(null);
    }

    private PersonDraft.Reach reach(Gathering row) {
        String phone = row.take(Heading.PHONE, Plain.phone(row.cell(Heading.PHONE)));
        if (phone != null && Plain.holdsMorePhones(row.cell(Heading.PHONE))) {
            row.remarks.add(Problem.of(Heading.PHONE, "phoneFirst"));
        }
        String contactPhone = row.take(Heading.CONTACT_PHONE, Plain.phone(row.cell(Heading.CONTACT_PHONE)));
        String contact = row.take(Heading.CONTACT, Plain.name(row.cell(Heading.CONTACT)));
        String relation = row.take(Heading.CONTACT_RELATION, Plain.words(row.cell(Heading.CONTACT_RELATION)));
        if (contact != null && contactPhone == null) {
            row.remarks.add(Problem.of(Heading.CONTACT_PHONE, "contactWithoutPhone"));
        }
        return new PersonDraft.Reach(phone, contactPhone, contact, relation);
    }

    private PersonDraft.Care care(Gathering row) {
        List<Categories.Tag> tags = row.take(Heading.CATEGORY, Categories.read(row.cell(Heading.CATEGORY)));
        String arrangement = row.take(Heading.LIVING, Categories.living(row.cell(Heading.LIVING)));
        Integer ability = row.take(Heading.ABILITY, Categories.ability(row.cell(Heading.ABILITY)));
        LocalDate assessed = row.take(Heading.ASSESSED, days.day(row.cell(Heading.ASSESSED)));
        if (ability != null && assessed == null && row.cell(Heading.ASSESSED).isBlank()) {
            row.problem(Heading.ASSESSED, "assessedMissing");
        }
        if (assessed != null && assessed.isAfter(setup.today())) {
            row.problem(Heading.ASSESSED, "dayAhead", assessed.toString());
        }
        return new PersonDraft.Care(tags == null ? List.of() : tags, arrangement, ability, assessed);
    }

    private static PersonDraft.@Nullable Account account(Gathering row, String name) {
        String number = row.take(Heading.ACCOUNT, Plain.account(row.cell(Heading.ACCOUNT)));
        String bank = row.words(Heading.BANK);
        String holder = row.take(Heading.HOLDER, Plain.name(row.cell(Heading.HOLDER)));
        if (number == null) {
            return null;
        }
        return new PersonDraft.Account(bank, number, holder == null ? name : holder);
    }

    private PersonDraft.@Nullable Opening opening(Gathering row, Map<String, String> benefits) {
        String word = Lexicon.key(Typed.text(row.cell(Heading.BENEFIT)));
        Money amount = row.take(Heading.AMOUNT, Plain.money(row.cell(Heading.AMOUNT)));
        YearMonth upTo = row.take(Heading.PAID_UP_TO, days.month(row.cell(Heading.PAID_UP_TO)));
        String benefit = benefits.get(word);
        if (word.isEmpty()) {
            row.problem(Heading.BENEFIT, "benefitMissing");
        } else if (benefit == null) {
            row.problem(Heading.BENEFIT, "benefitUnknown", word);
        }
        if (amount == null && row.cell(Heading.AMOUNT).isBlank()) {
            row.problem(Heading.AMOUNT, "amountMissing");
        }
        if (upTo == null && row.cell(Heading.PAID_UP_TO).isBlank()) {
            row.problem(Heading.PAID_UP_TO, "paidUpToMissing");
        }
        if (upTo != null && upTo.isAfter(YearMonth.from(setup.today()).plusMonths(1))) {
            row.problem(Heading.PAID_UP_TO, "monthAhead", upTo.toString());
        }
        return benefit == null || amount == null || upTo == null
                ? null
                : new PersonDraft.Opening(benefit, amount, upTo);
    }

    /** The same ID number twice: the second row is refused and names the first; of people paid, for each benefit. */
    private void refuseRepeated(Gathering row, PersonDraft.Who who, PersonDraft.@Nullable Opening opening) {
        if (who.id() == null) {
            return;
        }
        long key = Long.parseLong(who.id().value(), 0, ID_DIGITS, 10);
        if (opening != null) {
            key = key * 31 + opening.benefit().hashCode();
        }
        Integer first = seen.putIfAbsent(key, row.row.number());
        if (first != null) {
            row.problem(Heading.ID_NUMBER, "repeated", String.valueOf(first));
        }
    }

    private SheetCell cell(SheetRow row, Heading heading) {
        Integer column = columns.get(heading);
        return column == null ? SheetCell.BLANK : row.cell(column);
    }

    /** One row while it is read: its cells by heading, and what is wrong. */
    private final class Gathering {

        private final SheetRow row;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> remarks = new ArrayList<>();

        Gathering(SheetRow row) {
            this.row = row;
        }

        SheetCell cell(Heading heading) {
            return RosterReader.this.cell(row, heading);
        }

        <T> @Nullable T take(Heading heading, Reading<T> reading) {
            if (reading instanceof Reading.Wrong<T>(String why, List<String> arguments)) {
                problems.add(new Problem(heading, why, arguments));
            }
            return reading.orNull();
        }

        String words(Heading heading) {
            String words = take(heading, Plain.words(cell(heading)));
            return words == null ? "" : words;
        }

        void problem(Heading heading, String why, String... arguments) {
            problems.add(Problem.of(heading, why, arguments));
        }
    }
}
