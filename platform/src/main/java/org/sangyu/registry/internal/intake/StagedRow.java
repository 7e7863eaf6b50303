package org.sangyu.registry.internal.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.IdNumber;
import org.sangyu.registry.NameKeys;
import org.sangyu.registry.Pinyin;
import org.sangyu.registry.internal.intake.read.Categories;
import org.sangyu.registry.internal.intake.read.PersonDraft;
import org.sangyu.registry.internal.intake.read.Problem;
import org.sangyu.registry.internal.intake.read.RowOutcome;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Place;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.shared.TimeOrderedIds;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows in the columns of the staging table: keys of names made, protected fields encrypted and indexed. */
final class StagedRow {

    static final String COLUMNS = """
            number, name, outcome, effect, why, elder, again, place, registered, resides, unknown_village,
            name_key, pinyin, initials, born, sex, id_enc, id_idx, id4_idx, phone_enc, phone_idx, phone4_idx,
            address_enc, address_idx, contact, relation, contact_enc, contact_idx, tags, attributes, arrangement,
            ability, assessed, bank, holder, account_enc, account_idx, account4, benefit, amount_fen, paid_to""";

    private static final int COLUMNS_AFTER_AGAIN = 34;
    private static final int LAST_FOUR = 4;
    private static final JsonMapper JSON = new JsonMapper();

    private final FieldCipher cipher;
    private final TimeOrderedIds ids;
    private final Place desk;

    StagedRow(FieldCipher cipher, TimeOrderedIds ids, Place desk) {
        this.cipher = cipher;
        this.ids = ids;
        this.desk = desk;
    }

    /** What is decided about a row before it is matched. */
    record Mark(String outcome, List<Problem> why, boolean again) {}

    void write(CopyText out, RowOutcome.Refused refused) {
        out.text(refused.number())
                .text(refused.name())
                .text("REFUSED")
                .text("NONE")
                .text(json(refused.problems()));
        out.text(null).text("f");
        for (int i = 0; i < COLUMNS_AFTER_AGAIN; i++) {
            out.text(null);
        }
        out.end();
    }

    void write(CopyText out, PersonDraft draft, Mark mark) {
        NameKeys keys = Pinyin.keysOf(draft.who().name());
        boolean taken = mark.outcome().equals("TAKEN");
        out.text(draft.number()).text(keys.name()).text(mark.outcome());
        out.text(taken && !mark.again() ? "CREATED" : "NONE");
        out.text(mark.why().isEmpty() ? null : json(mark.why()));
        out.text(ids.next()).text(mark.again() ? "t" : "f");
        PersonDraft.Where where = draft.where();
        Place place = where.place() == null ? where.resides() : where.place();
        out.text(place).text(where.place()).text(where.resides()).text(where.unknownVillage());
        out.text(keys.given()).text(keys.pinyin()).text(keys.initials());
        out.text(draft.who().born()).text(draft.who().sex());
        Place county = county(place);
        IdNumber id = draft.who().id();
        protect(out, Field.ID_NUMBER, id == null ? null : id.value(), county);
        protect(out, Field.PHONE, draft.reach().phone(), county);
        address(out, where.address());
        contact(out, draft.reach());
        categories(out, draft.categories());
        account(out, draft.account());
        opening(out, draft.opening());
        out.end();
    }

    private Place county(@Nullable Place place) {
        Place at = place == null ? desk : place;
        return at.level().compareTo(PlaceLevel.COUNTY) < 0 ? at : at.at(PlaceLevel.COUNTY);
    }

    private void protect(CopyText out, Field field, @Nullable String clear, Place county) {
        if (clear == null) {
            out.text(null).text(null).text(null);
            return;
        }
        out.bytes(cipher.encrypt(field, clear))
                .bytes(cipher.blindIndex(field, clear))
                .bytes(cipher.blindIndexOfLastFour(field, clear, county));
    }

    private void address(CopyText out, @Nullable String address) {
        if (address == null) {
            out.text(null).text(null);
            return;
        }
        out.bytes(cipher.encrypt(Field.ADDRESS, address)).bytes(cipher.blindIndex(Field.ADDRESS, address));
    }

    private void contact(CopyText out, PersonDraft.Reach reach) {
        String phone = reach.contactPhone();
        if (phone == null) {
            out.text(null).text(null).text(null).text(null);
            return;
        }
        out.text(reach.contact()).text(reach.relation());
        out.bytes(cipher.encrypt(Field.PHONE, phone)).bytes(cipher.blindIndex(Field.PHONE, phone));
    }

    private static void categories(CopyText out, PersonDraft.Care care) {
        List<Categories.Tag> tags = care.tags();
        if (tags.isEmpty()) {
            out.text(null).text(null);
        } else {
            out.text(array(tags.stream().map(Categories.Tag::tag).toList()));
            out.text(array(tags.stream()
                    .map(tag -> JSON.writeValueAsString(new TreeMap<>(tag.attributes())))
                    .toList()));
        }
        out.text(care.arrangement()).text(care.ability()).text(care.ability() == null ? null : care.assessed());
    }

    private void account(CopyText out, PersonDraft.@Nullable Account account) {
        if (account == null) {
            out.text(null).text(null).text(null).text(null).text(null);
            return;
        }
        String number = account.number();
        out.text(account.bank()).text(account.holder());
        out.bytes(cipher.encrypt(Field.ACCOUNT, number)).bytes(cipher.blindIndex(Field.ACCOUNT, number));
        out.text(number.substring(number.length() - LAST_FOUR));
    }

    private static void opening(CopyText out, PersonDraft.@Nullable Opening opening) {
        if (opening == null) {
            out.text(null).text(null).text(null);
            return;
        }
        LocalDate paidTo = opening.paidUpTo().plusMonths(1).atDay(1);
        out.text(opening.benefit()).text(opening.amount().fen()).text(paidTo);
    }

    static String json(List<Problem> problems) {
        return JSON.writeValueAsString(problems);
    }

    /** An array as PostgreSQL reads it: every element quoted. */
    private static String array(List<String> elements) {
        StringBuilder out = new StringBuilder("{");
        for (String element : elements) {
            out.append(out.length() > 1 ? "," : "").append('"');
            out.append(element.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return out.append('}').toString();
    }
}
