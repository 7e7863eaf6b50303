-- The telephone numbers that elders are given: of an office, not of a person, so every desk may read them.
create schema desk;
grant usage on schema desk to sangyu_app;

create table desk.contact (
    place text collate "C" primary key,
    office text not null check (office <> ''),
    telephone text not null check (telephone ~ '^[0-9 +-]{5,20}$'),
    version bigint not null default 1,
    changed_by text not null,
    changed_at timestamptz not null
);
comment on table desk.contact is '办事电话：给老年人看的单位电话，本机登记';
comment on column desk.contact.place is '乡镇或县区（路径）';
comment on column desk.contact.office is '单位名称';
comment on column desk.contact.telephone is '电话';
comment on column desk.contact.version is '版本，防止互相覆盖';
comment on column desk.contact.changed_by is '最后修改人账号';
comment on column desk.contact.changed_at is '最后修改时间';
alter table desk.contact enable row level security;
create policy everyone_reads on desk.contact for select using (true);
create policy own_writes on desk.contact for insert with check (
    place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
create policy own_changes on desk.contact for update
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
grant select, insert, update on desk.contact to sangyu_app;
