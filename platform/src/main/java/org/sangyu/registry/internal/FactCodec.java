package org.sangyu.registry.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sangyu.registry.FactContent;
import org.sangyu.registry.FactContent.Arrangement;
import org.sangyu.registry.FactContent.ContactKind;
import org.sangyu.registry.FactContent.LifeKind;
import org.sangyu.registry.FactContent.ResidenceKind;
import org.sangyu.registry.FactKind;
import org.sangyu.registry.IdNumber;
import org.sangyu.shared.FieldCipher;
import org.sangyu.shared.FieldCipher.Field;
import org.sangyu.shared.Money;
import org.sangyu.shared.Place;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what a fact says into columns, encrypting protected values, and back. */
@Component
final class FactCodec {

    private static final JsonMapper JSON = new JsonMapper();

    private final FieldCipher cipher;

    FactCodec(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Column values by column name, as {@link FactTable#insert} wants them. */
    Map<String, @Nullable Object> columns(FactContent content) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        switch (content) {
            case FactContent.Identity identity -> identity(identity, row);
            case FactContent.Residence residence -> {
                row.put("kind", residence.residence().name());
                row.put("at", residence.at().path());
                row.put("address_enc", encrypted(Field.ADDRESS, residence.address()));
            }
            case FactContent.Household household -> {
                row.put("arrangement", household.arrangement().name());
                row.put("remark", household.remark());
            }
            case FactContent.Contact contact -> contact(contact, row);
            case FactContent.Tag tag -> {
                row.put("tag", tag.tag());
                row.put("attributes", JSON.writeValueAsString(tag.attributes()));
                row.put("reviewer", tag.reviewer());
            }
            case FactContent.Ability ability -> {
                row.put("level", ability.level());
                row.put("instrument", ability.instrument());
            }
            case FactContent.Ltci ltci -> row.put("grade", ltci.grade());
            case FactContent.Institution institution -> row.put("institution", institution.name());
            case FactContent.Account account -> account(account, row);
            case FactContent.Life life -> row.put("kind", life.life().name());
            case FactContent.Receipt receipt -> {
                Money amount = receipt.amount();
                row.put("benefit", receipt.benefit());
                row.put("amount_fen", amount == null ? null : amount.fen());
            }
        }
        return row;
    }

    /** Reads a row that PostgreSQL wrote with {@code to_jsonb}. */
    FactContent content(FactKind kind, JsonNode row) {
        return switch (kind) {
            case IDENTITY -> {
                String number = decrypted(Field.ID_NUMBER, row, "id_enc");
                String born = text(row, "born");
                yield new FactContent.Identity(
                        require(row, "name"),
                        born == null ? null : LocalDate.parse(born),
                        text(row, "sex"),
                        number == null ? null : new IdNumber(number));
            }
            case RESIDENCE ->
                new FactContent.Residence(
                        ResidenceKind.valueOf(require(row, "kind")),
                        new Place(require(row, "at")),
                        decrypted(Field.ADDRESS, row, "address_enc"));
            case HOUSEHOLD ->
                new FactContent.Household(Arrangement.valueOf(require(row, "arrangement")), text(row, "remark"));
            case CONTACT ->
                new FactContent.Contact(
                        ContactKind.valueOf(require(row, "kind")),
                        text(row, "person"),
                        text(row, "relation"),
                        decryptedOf(Field.PHONE, require(row, "phone_enc")));
            case TAG ->
                new FactContent.Tag(require(row, "tag"), attributes(row.get("attributes")), text(row, "reviewer"));
            case ABILITY ->
                new FactContent.Ability(Integer.parseInt(require(row, "level")), require(row, "instrument"));
            case LTCI -> new FactContent.Ltci(Integer.parseInt(require(row, "grade")));
            case INSTITUTION -> new FactContent.Institution(text(row, "institution"));
            case ACCOUNT ->
                new FactContent.Account(
                        require(row, "holder"),
                        require(row, "bank"),
                        decryptedOf(Field.ACCOUNT, require(row, "account_enc")));
            case LIFE -> new FactContent.Life(LifeKind.valueOf(require(row, "kind")));
            case RECEIPT -> {
                String fen = text(row, "amount_fen");
                yield new FactContent.Receipt(
                        require(row, "benefit"), fen == null ? null : new Money(Long.parseLong(fen)));
            }
        };
    }

    private void identity(FactContent.Identity identity, Map<String, @Nullable Object> row) {
        IdNumber number = identity.idNumber();
        row.put("name", identity.name());
        row.put("born", identity.born());
        row.put("sex", identity.sex());
        row.put("id_enc", number == null ? null : cipher.encrypt(Field.ID_NUMBER, number.value()));
        row.put("id_idx", number == null ? null : cipher.blindIndex(Field.ID_NUMBER, number.value()));
        row.put("id_key", number == null ? null : cipher.keyVersion());
    }

    private void contact(FactContent.Contact contact, Map<String, @Nullable Object> row) {
        row.put("kind", contact.contact().name());
        row.put("person", contact.person());
        row.put("relation", contact.relation());
        row.put("phone_enc", cipher.encrypt(Field.PHONE, contact.phone()));
        row.put("phone_idx", cipher.blindIndex(Field.PHONE, contact.phone()));
        row.put("phone_key", cipher.keyVersion());
    }

    private void account(FactContent.Account account, Map<String, @Nullable Object> row) {
        row.put("holder", account.holder());
        row.put("bank", account.bank());
        row.put("account_enc", cipher.encrypt(Field.ACCOUNT, account.number()));
        row.put("account_idx", cipher.blindIndex(Field.ACCOUNT, account.number()));
        row.put("account_key", cipher.keyVersion());
    }

    private byte @Nullable [] encrypted(Field field, @Nullable String clear) {
        return clear == null ? null : cipher.encrypt(field, clear);
    }

    private @Nullable String decrypted(Field field, JsonNode row, String column) {
        String hex = text(row, column);
        return hex == null ? null : decryptedOf(field, hex);
    }

    /** PostgreSQL writes bytes as {@code \x} and hexadecimal digits. */
    private String decryptedOf(Field field, String hex) {
        return cipher.decrypt(field, HexFormat.of().parseHex(hex, 2, hex.length()));
    }

    private static Map<String, String> attributes(@Nullable JsonNode node) {
        Map<String, String> attributes = new HashMap<>();
        if (node != null) {
            node.properties()
                    .forEach(entry ->
                            attributes.put(entry.getKey(), entry.getValue().asString()));
        }
        return attributes;
    }

    static @Nullable String text(JsonNode row, String column) {
        JsonNode value = row.get(column);
        return value == null || value.isNull() ? null : value.asString();
    }

    static String require(JsonNode row, String column) {
        String text = text(row, column);
        if (text == null) {
            throw new IllegalStateException("empty column " + column);
        }
        return text;
    }
}
