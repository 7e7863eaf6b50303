-- Who stood in a list that left the house: one row a village, not a line of the ledger a person. The elder finds the own
-- number in it; a desk sees the rows of its place.
create table access.list_taken (
    run uuid primary key,
    at timestamptz not null,
    person text not null,
    role text not null,
    desk_place text collate "C" not null,
    verb text not null,
    people int not null check (people > 0)
);
comment on table access.list_taken is '带出系统的名单，每份一行';
comment on column access.list_taken.run is '导出作业的编号，也是留痕那一行的对象';
comment on column access.list_taken.at is '导出时间';
comment on column access.list_taken.person is '导出人姓名';
comment on column access.list_taken.role is '导出人当时的角色';
comment on column access.list_taken.desk_place is '当时岗位负责的地方';
comment on column access.list_taken.verb is '做了什么，与留痕相同';
comment on column access.list_taken.people is '名单里有多少人';

create table access.list_people (
    run uuid not null references access.list_taken,
    place text collate "C" not null,
    people uuid[] not null check (cardinality(people) > 0),
    primary key (run, place)
);
comment on table access.list_people is '带出系统的名单里有谁，按所属的地方分行';
comment on column access.list_people.run is '哪一份名单';
comment on column access.list_people.place is '这些人当时所属的地方（路径）';
comment on column access.list_people.people is '老年人的编号';
create index list_people_place on access.list_people (place);
create index list_people_who on access.list_people using gin (people);

alter table access.list_taken enable row level security;
alter table access.list_people enable row level security;
create policy write on access.list_people for insert with check (
    place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
create policy read on access.list_people for select using (
    (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    or people && nullif(current_setting('app.people', true), '')::uuid[]);
create policy write on access.list_taken for insert with check (true);
create policy read on access.list_taken for select using (
    exists (select 1 from access.list_people p where p.run = list_taken.run));
grant select, insert on access.list_taken, access.list_people to sangyu_app;
