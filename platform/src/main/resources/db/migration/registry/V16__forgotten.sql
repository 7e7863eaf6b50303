-- Elders whose time is over are emptied of what names them; place, sex, year of birth and what they were paid stay.
alter table registry.elder add column forgotten timestamptz;
comment on column registry.elder.forgotten is '何时按保存期限清除了可识别的内容；空为未清除';
create index elder_unforgotten_dead on registry.elder (id) where died is not null and forgotten is null;

-- Facts are never changed by the application; this is the one way in which they are emptied, and only those of people whom
-- the caller sees and who died or moved away.
create function registry.forget(people uuid[], at timestamptz) returns setof uuid
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    gone uuid[];
begin
    -- Locked as a desk locks whom it changes: what was just being recorded goes too, and later nobody records any more.
    select array_agg(one.id) into gone from (select e.id from registry.elder e
        where e.id = any(people) and e.forgotten is null
        and e.place >= current_setting('app.lo', true) and e.place < current_setting('app.hi', true)
        and (e.died is not null or exists (select 1 from registry.life_fact l
            where l.elder = e.id and l.kind = 'MOVED_OUT' and l.recorded_to = 'infinity'))
        order by e.id for update of e) one;
    update registry.identity_fact f set name = '＊', born = date_trunc('year', f.born)::date, id_enc = null, id_idx = null,
        id_key = null, evidence = null where f.elder = any(gone);
    update registry.residence_fact f set address_enc = null, address_idx = null, evidence = null where f.elder = any(gone);
    update registry.household_fact f set remark = null, evidence = null where f.elder = any(gone);
    update registry.tag_fact f set attributes = '{}', reviewer = null, evidence = null where f.elder = any(gone);
    update registry.ability_fact f set evidence = null where f.elder = any(gone);
    update registry.ltci_fact f set evidence = null where f.elder = any(gone);
    update registry.institution_fact f set institution = null, evidence = null where f.elder = any(gone);
    update registry.life_fact f set evidence = null where f.elder = any(gone);
    update registry.receipt_fact f set evidence = null where f.elder = any(gone);
    delete from registry.contact_fact f where f.elder = any(gone);
    delete from registry.account_fact f where f.elder = any(gone);
    delete from registry.consent c where c.elder = any(gone);
    delete from registry.intake_parked p where p.elder = any(gone) and p.decision is not null;
    update registry.intake_row r set name = '＊', why = null where r.elder = any(gone);
    update registry.compared c set name = '＊', id_tail = '', born = null, note = '' where c.elder = any(gone);
    update registry.seen s set by_name = '' where s.elder = any(gone);
    update registry.elder e set name = '＊', name_key = '', pinyin = '', initials = '', born = date_trunc('year', e.born)::date,
        id_enc = null, id_idx = null, id_key = null, id4_idx = null, phone_enc = null, phone_idx = null, phone4_idx = null,
        address_enc = null, version = e.version + 1, forgotten = at
        where e.id = any(gone);
    return query select unnest(gone);
end
$$;
comment on function registry.forget is '清除看得见的、已去世或迁出的老年人的可识别内容，返回清除了谁；再做一次不变';
revoke all on function registry.forget from public;
grant execute on function registry.forget to sangyu_app;

-- Consents are never changed by the application; ended ones go when the time they are kept is over.
create function registry.erase_consents(before date, most int) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    erased bigint;
begin
    delete from registry.consent c where c.id in (
        select o.id from registry.consent o join registry.elder e on e.id = o.elder
        where o.to_day <= before and e.place >= current_setting('app.lo', true) and e.place < current_setting('app.hi', true)
        order by o.to_day, o.id limit most);
    get diagnostics erased = row_count;
    return erased;
end
$$;
comment on function registry.erase_consents is '删除看得见的、在某日以前到期的授权，返回条数';
revoke all on function registry.erase_consents from public;
grant execute on function registry.erase_consents to sangyu_app;
