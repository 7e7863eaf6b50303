package org.sangyu.registry.internal.intake;

import java.util.List;

/**
 * How one kind of fact comes out of the staging table {@code s}; {@code f} is the fact that stands, {@code o} the one
 * just closed, which fills what the row leaves blank.
 *
 * @param table the fact table
 * @param from further sources of rows after the staging table
 * @param present when a row says something of this kind
 * @param key further columns that name the same thing; {@code %1$s} is the fact's alias
 * @param columns what is written
 * @param values what is written for a new person
 * @param merged what is written where a fact was closed
 * @param differs when the standing fact says something else
 * @param span first day and first day no longer
 */
record FactMerge(
        String table,
        String from,
        String present,
        String key,
        String columns,
        String values,
        String merged,
        String differs,
        Span span) {

    private static final Span ALWAYS = new Span("date '-infinity'", "date 'infinity'");

    /** First day and first day no longer, as SQL. */
    record Span(String from, String to) {}

    static final List<FactMerge> ALL = List.of(
            new FactMerge(
                    "identity_fact",
                    "",
                    "not s.again",
                    "true",
                    "name, born, sex, id_enc, id_idx, id_key",
                    "s.name, s.born, s.sex, s.id_enc, s.id_idx, case when s.id_idx is not null then :key end",
                    """
                    s.name, coalesce(s.born, o.born), coalesce(s.sex, o.sex), coalesce(s.id_enc, o.id_enc),
                    coalesce(s.id_idx, o.id_idx), case when s.id_idx is not null then :key else o.id_key end""",
                    """
                    f.name <> s.name or s.born is not null and f.born is distinct from s.born
                    or s.sex is not null and f.sex is distinct from s.sex
                    or s.id_idx is not null and f.id_idx is distinct from s.id_idx""",
                    ALWAYS),
            new FactMerge(
                    "residence_fact",
                    "",
                    "not s.again and s.registered is not null",
                    "%1$s.kind = 'REGISTERED'",
                    "kind, at, address_enc, address_idx",
                    """
                    'REGISTERED', s.registered, case when s.resides is null then s.address_enc end,
                    case when s.resides is null then s.address_idx end""",
                    """
                    'REGISTERED', s.registered, coalesce(case when s.resides is null then s.address_enc end, o.address_enc),
                    coalesce(case when s.resides is null then s.address_idx end, o.address_idx)""",
                    """
                    f.at <> s.registered or s.resides is null and s.address_idx is not null
                    and f.address_idx is distinct from s.address_idx""",
                    ALWAYS),
            new FactMerge(
                    "residence_fact",
                    "",
                    "not s.again and s.resides is not null",
                    "%1$s.kind = 'USUAL'",
                    "kind, at, address_enc, address_idx",
                    "'USUAL', s.resides, s.address_enc, s.address_idx",
                    "'USUAL', s.resides, coalesce(s.address_enc, o.address_enc), coalesce(s.address_idx, o.address_idx)",
                    "f.at <> s.resides or s.address_idx is not null and f.address_idx is distinct from s.address_idx",
                    ALWAYS),
            new FactMerge(
                    "contact_fact",
                    "",
                    "not s.again and s.phone_idx is not null",
                    "%1$s.kind = 'SELF'",
                    "kind, phone_enc, phone_idx, phone_key",
                    "'SELF', s.phone_enc, s.phone_idx, :key",
                    "'SELF', s.phone_enc, s.phone_idx, :key",
                    "f.phone_idx <> s.phone_idx",
                    ALWAYS),
            new FactMerge(
                    "contact_fact",
                    "",
                    "not s.again and s.contact_idx is not null",
                    "%1$s.kind = 'EMERGENCY'",
                    "kind, person, relation, phone_enc, phone_idx, phone_key",
                    "'EMERGENCY', s.contact, s.relation, s.contact_enc, s.contact_idx, :key",
                    """
                    'EMERGENCY', coalesce(s.contact, o.person), coalesce(s.relation, o.relation), s.contact_enc,
                    s.contact_idx, :key""",
                    """
                    f.phone_idx <> s.contact_idx or s.contact is not null and f.person is distinct from s.contact
                    or s.relation is not null and f.relation is distinct from s.relation""",
                    ALWAYS),
            new FactMerge(
                    "tag_fact",
                    "cross join lateral unnest(s.tags, s.attributes) as t (tag, attributes)",
                    "not s.again and s.tags is not null",
                    "%1$s.tag = t.tag",
                    "tag, attributes",
                    "t.tag, t.attributes::jsonb",
                    "t.tag, coalesce(o.attributes, '{}') || t.attributes::jsonb",
                    "not f.attributes @> t.attributes::jsonb",
                    ALWAYS),
            new FactMerge(
                    "household_fact",
                    "",
                    "not s.again and s.arrangement is not null",
                    "true",
                    "arrangement",
                    "s.arrangement",
                    "s.arrangement",
                    "f.arrangement <> s.arrangement",
                    ALWAYS),
            new FactMerge(
                    "ability_fact",
                    "",
                    "not s.again and s.ability is not null",
                    "%1$s.instrument = 'GBT_42195_2022'",
                    "level",
                    "s.ability",
                    "s.ability",
                    "f.level <> s.ability",
                    new Span("s.assessed", "date 'infinity'")),
            new FactMerge(
                    "account_fact",
                    "",
                    "not s.again and s.account_idx is not null",
                    "true",
                    "holder, bank, account_enc, account_idx, account_key",
                    "s.holder, s.bank, s.account_enc, s.account_idx, :key",
                    "s.holder, coalesce(nullif(s.bank, ''), o.bank, ''), s.account_enc, s.account_idx, :key",
                    """
                    f.account_idx <> s.account_idx or f.holder <> s.holder
                    or s.bank <> '' and f.bank <> s.bank""",
                    ALWAYS),
            new FactMerge(
                    "receipt_fact",
                    "",
                    "s.benefit is not null",
                    "%1$s.benefit = s.benefit",
                    "benefit, amount_fen",
                    "s.benefit, s.amount_fen",
                    "s.benefit, s.amount_fen",
                    "f.amount_fen is distinct from s.amount_fen or f.valid_to < s.paid_to",
                    new Span("date '-infinity'", "s.paid_to")));

    /** Writes the facts of new people; there is nothing to compare with. */
    String insertNew() {
        return insert(values) + " where s.outcome = 'TAKEN' and not s.known and " + present;
    }

    /** Ends what stands and differs, for known people. */
    String close() {
        return """
            update registry.%s f set recorded_to = :now
            from registry.intake_staging s %s
            where s.outcome = 'TAKEN' and s.known and %s and f.elder = s.elder and f.source = :source
            and f.recorded_to = 'infinity' and f.valid_from = %s and %s and (%s)""".formatted(table, from, present, span.from(), key.formatted("f"), differs);
    }

    /** Writes what known people have no standing fact for, and hands back who they are. */
    String insertKnown() {
        String closed = """
             left join lateral (select c.* from registry.%s c where c.elder = s.elder and c.source = :source
            and c.recorded_to = :now and %s limit 1) o on true""".formatted(table, key.formatted("c"));
        return insert(merged) + closed + """
             where s.outcome = 'TAKEN' and s.known and %s and not exists (
            select from registry.%s f where f.elder = s.elder and f.source = :source and f.recorded_to = 'infinity'
            and f.valid_from = %s and %s) returning elder""".formatted(present, table, span.from(), key.formatted("f"));
    }

    private String insert(String what) {
        return """
            insert into registry.%s (id, elder, place, valid_from, valid_to, recorded_from, recorded_by, source, evidence,
                batch, %s)
            select uuidv7(), s.elder, s.place, %s, %s, :now, :by, :source, :evidence, :batch, %s
            from registry.intake_staging s %s""".formatted(table, columns, span.from(), span.to(), what, from);
    }
}
