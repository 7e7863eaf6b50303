create table policy.own_value (
    id uuid primary key,
    place text collate "C" not null,
    region text not null,
    kind text not null check (kind in ('AMOUNT', 'CONFLICT', 'SETTING')),
    subject text not null,
    content jsonb not null,
    from_day date not null,
    to_day date,
    source_title text not null,
    source_number text,
    source_issuer text not null,
    source_issued date,
    source_clause text not null,
    source_words text not null,
    scan_sha256 text not null,
    scan_name text not null,
    scan_type text not null,
    scan_bytes bigint not null,
    state text not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'ENDED')),
    proposed_by text not null,
    proposer text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decider text,
    decided_at timestamptz,
    decided_reason text,
    in_force_at timestamptz,
    ending_by text,
    ending_person text,
    ending_at timestamptz,
    ending_reason text,
    ended_by text,
    ended_at timestamptz,
    effect jsonb,
    check (to_day > from_day),
    check (in_force_at is null or decided_by <> proposed_by),
    check (ended_by is null or ending_by is null or ended_by <> ending_by),
    check ((in_force_at is null) = (state in ('PROPOSED', 'REFUSED', 'WITHDRAWN')))
);
comment on table policy.own_value is '本机录入的标准、衔接规则和设置：一人提出，另一人确认后施行；永不删除；不含人员';
comment on column policy.own_value.id is '编号';
comment on column policy.own_value.place is '在哪里施行（含下级）';
comment on column policy.own_value.region is '该地的行政区划代码';
comment on column policy.own_value.kind is '种类：待遇标准、待遇衔接、本机设置';
comment on column policy.own_value.subject is '哪项待遇、哪条衔接规则或哪个设置';
comment on column policy.own_value.content is '内容';
comment on column policy.own_value.from_day is '起始日';
comment on column policy.own_value.to_day is '截止日的次日，空为长期';
comment on column policy.own_value.source_title is '依据文件名称';
comment on column policy.own_value.source_number is '发文字号';
comment on column policy.own_value.source_issuer is '发文机关';
comment on column policy.own_value.source_issued is '发文日期';
comment on column policy.own_value.source_clause is '条款';
comment on column policy.own_value.source_words is '条款原文';
comment on column policy.own_value.scan_sha256 is '依据文件扫描件';
comment on column policy.own_value.scan_name is '扫描件文件名';
comment on column policy.own_value.scan_type is '扫描件类型';
comment on column policy.own_value.scan_bytes is '扫描件字节数';
comment on column policy.own_value.state is '状态：已提出、施行、未同意、已撤回、已终止';
comment on column policy.own_value.proposed_by is '提出人账号';
comment on column policy.own_value.proposer is '提出人姓名';
comment on column policy.own_value.proposed_at is '提出时间';
comment on column policy.own_value.decided_by is '确认、不同意或撤回的人的账号';
comment on column policy.own_value.decider is '确认、不同意或撤回的人的姓名';
comment on column policy.own_value.decided_at is '确认、不同意或撤回的时间';
comment on column policy.own_value.decided_reason is '不同意或撤回的理由';
comment on column policy.own_value.in_force_at is '开始作为依据的时间';
comment on column policy.own_value.ending_by is '提出终止的人的账号';
comment on column policy.own_value.ending_person is '提出终止的人的姓名';
comment on column policy.own_value.ending_at is '提出终止的时间';
comment on column policy.own_value.ending_reason is '终止的理由';
comment on column policy.own_value.ended_by is '确认终止的人的账号';
comment on column policy.own_value.ended_at is '终止时间';
comment on column policy.own_value.effect is '最近一次影响测算的结果';
create index own_value_place on policy.own_value (place, proposed_at desc);
create index own_value_region on policy.own_value (region, state);
alter table policy.own_value enable row level security;
-- What was ever in force is public, as every standard is; the rest belongs to its place.
create policy scope on policy.own_value
    using (in_force_at is not null
        or (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true)))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
grant select, insert on policy.own_value to sangyu_app;
grant update (state, decided_by, decider, decided_at, decided_reason, in_force_at, ending_by, ending_person, ending_at,
    ending_reason, ended_by, ended_at, effect) on policy.own_value to sangyu_app;
