-- Things that a person is given once, such as the plaque at a hundred: one task each, with who delivered it and the evidence.
create table benefits.delivery (
    id uuid primary key,
    elder uuid not null,
    benefit text not null,
    county text collate "C" not null,
    place text collate "C" not null,
    state text not null check (state in ('WAITING', 'DELIVERED', 'DROPPED')),
    reached date check (extract(day from reached) = 1),
    because_zh text not null,
    because_en text not null,
    made_on date not null,
    run uuid not null,
    delivered_on date,
    delivered_by text not null default '',
    received_by text not null default '',
    note text not null default '',
    photo text,
    photo_name text,
    recorded_account text,
    recorded_name text,
    recorded_role text,
    recorded_at timestamptz,
    act uuid,
    version int not null default 1,
    unique (elder, benefit),
    constraint delivery_has_its_evidence check (state <> 'DELIVERED' or (delivered_on is not null and delivered_by <> ''
        and recorded_account is not null and recorded_at is not null and (note <> '' or photo is not null)))
);
create index delivery_by_place on benefits.delivery (place, state, benefit);
create index delivery_by_act on benefits.delivery (act) where act is not null;
comment on table benefits.delivery is '实物送达任务：一人一项一次，全国只有一行';
comment on column benefits.delivery.id is '编号';
comment on column benefits.delivery.elder is '老年人编号';
comment on column benefits.delivery.benefit is '待遇标识';
comment on column benefits.delivery.county is '县区';
comment on column benefits.delivery.place is '所在村、社区';
comment on column benefits.delivery.state is '状态：待送达、已送达、不再送达';
comment on column benefits.delivery.reached is '按标准应送的月份';
comment on column benefits.delivery.because_zh is '依据（中文）';
comment on column benefits.delivery.because_en is '依据（英文）';
comment on column benefits.delivery.made_on is '任务产生日期';
comment on column benefits.delivery.run is '产生它的按月核对';
comment on column benefits.delivery.delivered_on is '送达日期';
comment on column benefits.delivery.delivered_by is '送达人';
comment on column benefits.delivery.received_by is '签收人及与老年人关系';
comment on column benefits.delivery.note is '凭据说明';
comment on column benefits.delivery.photo is '照片文件的摘要值';
comment on column benefits.delivery.photo_name is '照片文件名';
comment on column benefits.delivery.recorded_account is '登记人账号';
comment on column benefits.delivery.recorded_name is '登记人姓名';
comment on column benefits.delivery.recorded_role is '登记人岗位';
comment on column benefits.delivery.recorded_at is '登记时间';
comment on column benefits.delivery.act is '最近一次登记，一次登记多人的相同';
comment on column benefits.delivery.version is '版本，用于发现过时的修改';

-- True when the person has, or ever had, such a task anywhere: it is made once in the whole installation.
create function benefits.delivery_exists(of_elder uuid, of_benefit text) returns boolean language sql stable
security definer set search_path = benefits, pg_temp as $$
    select exists (select 1 from benefits.delivery d where d.elder = of_elder and d.benefit = of_benefit)
$$;
revoke all on function benefits.delivery_exists(uuid, text) from public;
grant execute on function benefits.delivery_exists(uuid, text) to sangyu_app;

alter table benefits.delivery enable row level security;
create policy scope on benefits.delivery
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
grant select, insert, update on benefits.delivery to sangyu_app;
