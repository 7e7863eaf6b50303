-- Who may sign in and work where; the version of the field key; the ledger that only grows.
-- Accounts and desks are not cut by place: they are read before a desk is known, and say nothing about elders.
create schema access;
grant usage on schema access to sangyu_app;

create table access.account (
    id uuid primary key,
    name text collate "C" not null unique check (name ~ '^[a-z0-9][a-z0-9.-]{1,39}$'),
    person text not null check (person <> ''),
    secret text not null,
    demonstration boolean not null default false,
    disabled boolean not null default false,
    temporary boolean not null default false,
    created timestamptz not null
);
comment on table access.account is '登录账号；不按管辖范围分割，登录时尚无岗位';
comment on column access.account.id is '账号编号';
comment on column access.account.name is '登录名，小写，永不重用';
comment on column access.account.person is '使用人姓名，印在表单上';
comment on column access.account.secret is '口令的单向散列，含算法与参数';
comment on column access.account.demonstration is '是否演示账号';
comment on column access.account.disabled is '是否停用';
comment on column access.account.temporary is '口令是一次性的，登录后必须先改';
comment on column access.account.created is '建立时间';
grant select, insert, update (secret, disabled, temporary) on access.account to sangyu_app;

create table access.desk_grant (
    id uuid primary key,
    account uuid not null references access.account,
    role text not null check (role in ('VILLAGE', 'TOWNSHIP', 'COUNTY_CLERK', 'COUNTY_REVIEWER', 'COUNTY_CHIEF',
        'COUNTY_FINANCE', 'CITY', 'ADMINISTRATOR', 'ELDER')),
    place text collate "C" not null,
    elder uuid,
    from_day date not null,
    to_day date,
    check (to_day >= from_day),
    check ((role = 'ELDER') = (elder is not null))
);
comment on table access.desk_grant is '岗位：某账号自某日起在某地做某事';
comment on column access.desk_grant.id is '岗位编号';
comment on column access.desk_grant.account is '账号';
comment on column access.desk_grant.role is '角色';
comment on column access.desk_grant.place is '负责的地方（路径）；老年人本人为所在村居';
comment on column access.desk_grant.elder is '老年人本人的编号，仅本人岗位';
comment on column access.desk_grant.from_day is '起始日（含）';
comment on column access.desk_grant.to_day is '终止日（不含）；空为至今；与起始日同日即当日收回';
create index desk_grant_account on access.desk_grant (account);
-- The same desk once at a time; given again on the day it was taken back, it is a new one.
create unique index desk_grant_once on access.desk_grant (account, role, place, elder) nulls not distinct
    where to_day is null;
alter table access.desk_grant enable row level security;
create policy everyone on access.desk_grant using (true) with check (true);
grant select, insert, update (to_day) on access.desk_grant to sangyu_app;

create table access.field_key (
    version int primary key,
    fingerprint bytea not null
);
comment on table access.field_key is '受保护字段所用密钥的指纹：数据目录里的密钥与此不符时拒绝启动';
comment on column access.field_key.version is '密钥版本';
comment on column access.field_key.fingerprint is '密钥指纹，不能还原密钥';
grant select, insert on access.field_key to sangyu_app;

create table access.audit_line (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account text not null,
    person text not null,
    role text not null,
    desk_place text collate "C" not null,
    verb text not null,
    subject uuid,
    place text collate "C",
    detail jsonb not null
);
comment on table access.audit_line is '操作留痕：只增不改不删，应用账号没有修改和删除的权限';
comment on column access.audit_line.id is '顺序号';
comment on column access.audit_line.at is '时间';
comment on column access.audit_line.account is '账号；未登录为空文';
comment on column access.audit_line.person is '使用人姓名';
comment on column access.audit_line.role is '当时的角色；未选岗位为空文';
comment on column access.audit_line.desk_place is '当时岗位负责的地方';
comment on column access.audit_line.verb is '做了什么';
comment on column access.audit_line.subject is '对象编号';
comment on column access.audit_line.place is '事情所在的地方；空为全机';
comment on column access.audit_line.detail is '前后值或数量；不含明文的受保护字段';
create index audit_line_subject on access.audit_line (subject, id) where subject is not null;
create index audit_line_county on access.audit_line (left(place, 7), id);
alter table access.audit_line enable row level security;
create policy write on access.audit_line for insert with check (true);
create policy read on access.audit_line for select using (
    (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    or (place is null and 'C' >= current_setting('app.lo', true) and 'C' < current_setting('app.hi', true)));
grant select, insert on access.audit_line to sangyu_app;
