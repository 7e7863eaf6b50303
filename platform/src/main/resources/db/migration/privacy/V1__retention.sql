-- What runs of retention did: counts by kind of record, never people.
create schema privacy;
grant usage on schema privacy to sangyu_app;

create table privacy.run (
    id uuid primary key,
    person text not null,
    started timestamptz not null,
    ended timestamptz
);
comment on table privacy.run is '一次到期清除';
comment on column privacy.run.id is '后台任务编号';
comment on column privacy.run.person is '谁发起的；夜间自动为程序';
comment on column privacy.run.started is '开始时间';
comment on column privacy.run.ended is '结束时间；空为未完';
create index run_newest on privacy.run (started desc);
alter table privacy.run enable row level security;
create policy everyone on privacy.run using (true) with check (true);
grant select, insert, update (ended) on privacy.run to sangyu_app;

create table privacy.outcome (
    run uuid not null references privacy.run,
    kind text not null,
    reason text not null default '',
    count bigint not null,
    rule text not null,
    before timestamptz not null,
    primary key (run, kind, reason)
);
comment on table privacy.outcome is '一次到期清除按种类的结果，只有数量';
comment on column privacy.outcome.run is '哪一次';
comment on column privacy.outcome.kind is '记录种类';
comment on column privacy.outcome.reason is '留下的原因；空文为已清除';
comment on column privacy.outcome.count is '数量';
comment on column privacy.outcome.rule is '依据的保存期限';
comment on column privacy.outcome.before is '在此之前的到期';
alter table privacy.outcome enable row level security;
create policy everyone on privacy.outcome using (true) with check (true);
grant select, insert, update (count) on privacy.outcome to sangyu_app;
