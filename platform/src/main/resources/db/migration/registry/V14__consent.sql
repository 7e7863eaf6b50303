-- What an elder allowed somebody: whom, for what, given how, witnessed by whom, from when to when, and when it was taken back.
create table registry.consent (
    id uuid primary key,
    elder uuid not null,
    person text not null check (person <> ''),
    relation text not null,
    phone_enc bytea,
    phone_idx bytea,
    phone_key int,
    purposes text[] not null check (cardinality(purposes) > 0 and purposes <@ '{LOOK,ACT}'),
    given text not null check (given in ('SPOKEN', 'SIGNED')),
    witness text not null check (given <> 'SPOKEN' or witness <> ''),
    from_day date not null,
    to_day date not null check (to_day > from_day),
    recorded timestamptz not null,
    recorded_by text not null,
    ended timestamptz,
    ended_by text,
    check ((phone_enc is null) = (phone_idx is null) and (phone_enc is null) = (phone_key is null)),
    check ((ended is null) = (ended_by is null))
);
comment on table registry.consent is '老年人的授权：让谁看、让谁代办，到哪天为止；老年人随时可以收回';
comment on column registry.consent.id is '授权编号，也是受托人登录后岗位的编号';
comment on column registry.consent.elder is '老年人编号';
comment on column registry.consent.person is '受托人姓名';
comment on column registry.consent.relation is '与老年人的关系';
comment on column registry.consent.phone_enc is '受托人手机密文；空为不能用手机登录';
comment on column registry.consent.phone_idx is '受托人手机盲索引';
comment on column registry.consent.phone_key is '盲索引密钥版本';
comment on column registry.consent.purposes is 'LOOK 看老年人的页面 ACT 代办';
comment on column registry.consent.given is 'SPOKEN 口头 SIGNED 签字';
comment on column registry.consent.witness is '见证人；口头授权必有';
comment on column registry.consent.from_day is '首日（含）';
comment on column registry.consent.to_day is '终止日（不含）';
comment on column registry.consent.recorded is '登记时间';
comment on column registry.consent.recorded_by is '登记人';
comment on column registry.consent.ended is '收回时间；空为没有收回';
comment on column registry.consent.ended_by is '收回人';
create index consent_elder on registry.consent (elder, recorded);
create index consent_phone on registry.consent (phone_idx) where phone_idx is not null;
alter table registry.consent enable row level security;
-- Whoever sees the elder sees the consents; so they follow the elder into another county by themselves.
create policy scope on registry.consent
    using (exists (select 1 from registry.elder e where e.id = elder))
    with check (exists (select 1 from registry.elder e where e.id = elder));
grant select, insert, update (ended, ended_by) on registry.consent to sangyu_app;

-- Who may sign in with a telephone, asked before any desk is known, after its owner typed the code that was sent there.
create function registry.by_phone(phone bytea, today date)
returns table (elder uuid, name text, place text, consent uuid, person text, to_day date)
    language sql
    stable
    security definer
    set search_path = pg_catalog
as $$
    select e.id, e.name, e.place, null::uuid, '', null::date
    from registry.elder e where e.phone_idx = phone and e.died is null
    union all
    select e.id, e.name, e.place, c.id, c.person, c.to_day
    from registry.consent c join registry.elder e on e.id = c.elder
    where c.phone_idx = phone and c.ended is null and 'LOOK' = any(c.purposes) and e.died is null
        and c.from_day <= today and c.to_day > today
    order by 2, 1
    limit 20
$$;
comment on function registry.by_phone is '用这个手机号可以登录的人：本人，或持有效授权的受托人';
revoke all on function registry.by_phone from public;
grant execute on function registry.by_phone to sangyu_app;
