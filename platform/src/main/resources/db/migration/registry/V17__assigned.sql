-- Which elders are assigned to the desk of a visitor or an assessor.
create table registry.assignment (
    id uuid primary key,
    desk uuid not null,
    account text not null,
    person text not null,
    role text not null check (role in ('VISITOR', 'ASSESSOR')),
    elder uuid not null,
    from_day date not null,
    to_day date check (to_day >= from_day),
    recorded timestamptz not null,
    recorded_by text not null
);
comment on table registry.assignment is '走访、评估的分派：哪位老年人自某日起由哪个岗位走访或评估；岗位收回即失效';
comment on column registry.assignment.id is '分派编号';
comment on column registry.assignment.desk is '岗位编号';
comment on column registry.assignment.account is '岗位的账号';
comment on column registry.assignment.person is '岗位上的人';
comment on column registry.assignment.role is 'VISITOR 走访 ASSESSOR 评估';
comment on column registry.assignment.elder is '老年人编号';
comment on column registry.assignment.from_day is '起始日（含）';
comment on column registry.assignment.to_day is '终止日（不含）；空为没有终止日';
comment on column registry.assignment.recorded is '分派时间';
comment on column registry.assignment.recorded_by is '谁分派';
create index assignment_desk on registry.assignment (desk);
create index assignment_elder on registry.assignment (elder, recorded);
alter table registry.assignment enable row level security;
-- Whoever sees the elder sees the assignments; so they follow the elder into another county by themselves.
create policy scope on registry.assignment
    using (exists (select 1 from registry.elder e where e.id = elder))
    with check (exists (select 1 from registry.elder e where e.id = elder));
grant select, insert, update (to_day) on registry.assignment to sangyu_app;

-- Asked by each request of such a desk before its scope is known, and when more are assigned, so that they stay few enough.
create function registry.assigned(of_desk uuid, since date) returns table (elder uuid, from_day date)
    language sql
    stable
    security definer
    set search_path = pg_catalog
as $$
    select a.elder, min(a.from_day) from registry.assignment a
    where a.desk = of_desk and (a.to_day is null or a.to_day > since)
    group by a.elder order by a.elder
$$;
comment on function registry.assigned is '分派给一个岗位、到这一天还没有终止的老年人，只给编号和起始日';
revoke all on function registry.assigned from public;
grant execute on function registry.assigned to sangyu_app;

-- In whose name a roster is delivered, and under which source its facts are recorded.
alter table registry.intake add column department text not null default '';
alter table registry.intake add column source text not null default '';
comment on column registry.intake.department is '报送部门的代码；空文为民政系统自己的导入';
comment on column registry.intake.source is '部门名册的来源代码；空文为按模板';
drop policy scope on registry.intake;
create policy scope on registry.intake
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true)
        and (coalesce(current_setting('app.department', true), '') in ('', department)))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true)
        and (coalesce(current_setting('app.department', true), '') in ('', department)));
create policy of_department on registry.intake_row as restrictive
    using (coalesce(current_setting('app.department', true), '') = ''
        or exists (select 1 from registry.intake i where i.id = intake));

-- How often a hotline desk looked for a number, found or not, so that numbers cannot be tried out.
create table registry.number_sought (
    id bigint generated always as identity primary key,
    account text collate "C" not null,
    at timestamptz not null
);
comment on table registry.number_sought is '热线按号码找人的次数，只为限制次数；过期即删，不含号码';
comment on column registry.number_sought.id is '顺序号';
comment on column registry.number_sought.account is '账号';
comment on column registry.number_sought.at is '时间';
create index number_sought_account on registry.number_sought (account, at);
create index number_sought_at on registry.number_sought (at);
alter table registry.number_sought enable row level security;
create policy everyone on registry.number_sought using (true) with check (true);
grant select, insert, delete on registry.number_sought to sangyu_app;
