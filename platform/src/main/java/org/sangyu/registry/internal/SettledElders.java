package org.sangyu.registry.internal;

/**
 * What the facts that stand today say about some people, settled by the order of sources, one row a person; as SQL.
 *
 * <p>Parameters: {@code elders}, {@code today}. The order is that of {@link Precedence}: rank, later beginning, later
 * record.
 */
final class SettledElders {

    private static final String ORDER =
            "order by coalesce(o.rank, r.rank, 1000), f.valid_from desc, f.recorded_from desc, f.id desc";
    private static final String STANDING = """
            left join registry.source r on r.code = f.source
            left join registry.source_order o on o.county = left(f.place, 7) and o.kind = '%s' and o.source = f.source
            where f.elder = any(cast(:elders as uuid[])) and f.recorded_to = 'infinity'
                and f.valid_from <= :today and f.valid_to > :today""";

    /** Table expressions; the last is {@code s}: one row for everybody of whom an identity is known. */
    static final String WITH = """
            with identity as (
                select f.elder, (array_agg(f.name %1$s))[1] as name,
                    (array_agg(f.born %1$s) filter (where f.born is not null))[1] as born,
                    (array_agg(f.sex %1$s) filter (where f.sex is not null))[1] as sex,
                    (array_agg(f.id_enc %1$s) filter (where f.id_enc is not null))[1] as id_enc,
                    (array_agg(f.id_idx %1$s) filter (where f.id_idx is not null))[1] as id_idx,
                    (array_agg(f.id_key %1$s) filter (where f.id_key is not null))[1] as id_key
                from registry.identity_fact f %2$s group by f.elder),
            home as (
                select f.elder, (array_agg(f.at %1$s) filter (where f.kind = 'REGISTERED'))[1] as registered,
                    (array_agg(f.at %1$s) filter (where f.kind = 'USUAL'))[1] as usual,
                    coalesce((array_agg(f.address_enc %1$s) filter (where f.kind = 'USUAL'))[1],
                        (array_agg(f.address_enc %1$s) filter (where f.kind = 'REGISTERED'))[1]) as address_enc
                from registry.residence_fact f %3$s group by f.elder),
            phone as (
                select f.elder, (array_agg(f.phone_enc %1$s))[1] as enc, (array_agg(f.phone_idx %1$s))[1] as idx
                from registry.contact_fact f %4$s and f.kind = 'SELF' group by f.elder),
            death as (
                select f.elder, (array_agg(f.valid_from %1$s))[1] as died
                from registry.life_fact f %5$s and f.kind = 'DIED' group by f.elder),
            category as (
                select f.elder, array_agg(distinct f.tag collate "C") as tags
                from registry.tag_fact f %6$s group by f.elder),
            s as (
                select i.elder as id, i.name, i.born, i.sex, i.id_enc, i.id_idx, i.id_key, h.registered,
                    h.usual as resides, h.address_enc, p.enc as phone_enc, p.idx as phone_idx, d.died,
                    coalesce(c.tags, '{}') as tags, e.place as stored,
                    coalesce(case when left(h.registered, 7) in (select v.place from registry.served_place v)
                        then h.registered end, h.usual, h.registered, e.place) as place
                from identity i
                left join home h on h.elder = i.elder
                left join phone p on p.elder = i.elder
                left join death d on d.elder = i.elder
                left join category c on c.elder = i.elder
                left join registry.elder e on e.id = i.elder)
            """.formatted(
                    ORDER,
                    STANDING.formatted("IDENTITY"),
                    STANDING.formatted("RESIDENCE"),
                    STANDING.formatted("CONTACT"),
                    STANDING.formatted("LIFE"),
                    STANDING.formatted("TAG"));

    private SettledElders() {}
}
