-- Entitled but not receiving (应享未享): a dated result per county, its people, and what the village found out about them.
create table benefits.unclaimed_run (
    id uuid primary key,
    county text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    started_at timestamptz not null,
    finished_at timestamptz,
    policy_hash text not null default '',
    by_account text not null,
    by_name text not null
);
create unique index unclaimed_run_one_a_month on benefits.unclaimed_run (county, month) where finished_at is not null;
comment on table benefits.unclaimed_run is '应享未享比对：每县每月保留最近一次的结果';
comment on column benefits.unclaimed_run.id is '任务编号';
comment on column benefits.unclaimed_run.county is '县区';
comment on column benefits.unclaimed_run.month is '月份';
comment on column benefits.unclaimed_run.started_at is '开始时间';
comment on column benefits.unclaimed_run.finished_at is '完成时间';
comment on column benefits.unclaimed_run.policy_hash is '所用政策标准的指纹';
comment on column benefits.unclaimed_run.by_account is '发起人账号';
comment on column benefits.unclaimed_run.by_name is '发起人姓名';

create table benefits.unclaimed_benefit (
    run uuid not null references benefits.unclaimed_run on delete cascade,
    benefit text not null,
    county text collate "C" not null,
    position int not null,
    known boolean not null,
    mirrored boolean not null,
    primary key (run, benefit)
);
comment on table benefits.unclaimed_benefit is '一次比对涉及的待遇，以及是否知道谁在领';
comment on column benefits.unclaimed_benefit.run is '任务编号';
comment on column benefits.unclaimed_benefit.benefit is '待遇标识';
comment on column benefits.unclaimed_benefit.county is '县区';
comment on column benefits.unclaimed_benefit.position is '固定顺序';
comment on column benefits.unclaimed_benefit.known is '已接收在发名单或已声明此前无人领取；否则不判断应享未享';
comment on column benefits.unclaimed_benefit.mirrored is '由其他部门发放';

create table benefits.unclaimed_count (
    run uuid not null references benefits.unclaimed_run on delete cascade,
    county text collate "C" not null,
    place text collate "C" not null,
    benefit text not null,
    entitled bigint not null,
    receiving bigint not null,
    under_way bigint not null,
    unclaimed bigint not null,
    missing bigint not null,
    primary key (run, place, benefit)
);
comment on table benefits.unclaimed_count is '应享未享：按村、按待遇的人数';
comment on column benefits.unclaimed_count.run is '任务编号';
comment on column benefits.unclaimed_count.county is '县区';
comment on column benefits.unclaimed_count.place is '村、社区（只知乡镇时为乡镇）';
comment on column benefits.unclaimed_count.benefit is '待遇标识';
comment on column benefits.unclaimed_count.entitled is '应享人数';
comment on column benefits.unclaimed_count.receiving is '其中在领人数';
comment on column benefits.unclaimed_count.under_way is '其中正在办理或核查的人数';
comment on column benefits.unclaimed_count.unclaimed is '其中应享未享人数';
comment on column benefits.unclaimed_count.missing is '未在册且缺信息、无法判断的人数';

create table benefits.unclaimed (
    run uuid not null references benefits.unclaimed_run on delete cascade,
    elder uuid not null,
    benefit text not null,
    county text collate "C" not null,
    place text collate "C" not null,
    kind text not null check (kind in ('UNCLAIMED', 'MISSING')),
    fen bigint,
    since date check (extract(day from since) = 1),
    earlier boolean not null default false,
    because_zh text not null,
    because_en text not null,
    primary key (run, elder, benefit)
);
create index unclaimed_by_place on benefits.unclaimed (run, kind, place, elder);
create index unclaimed_by_elder on benefits.unclaimed (elder);
comment on table benefits.unclaimed is '应享未享名单：应享而未领的人，以及缺信息无法判断的人';
comment on column benefits.unclaimed.run is '任务编号';
comment on column benefits.unclaimed.elder is '老年人编号';
comment on column benefits.unclaimed.benefit is '待遇标识';
comment on column benefits.unclaimed.county is '县区';
comment on column benefits.unclaimed.place is '所在村、社区';
comment on column benefits.unclaimed.kind is '应享未享或缺信息';
comment on column benefits.unclaimed.fen is '应享金额（分）';
comment on column benefits.unclaimed.since is '自此月起连续符合条件';
comment on column benefits.unclaimed.earlier is '还要更早，未再往前查';
comment on column benefits.unclaimed.because_zh is '理由或所缺信息（中文）';
comment on column benefits.unclaimed.because_en is '理由或所缺信息（英文）';

create table benefits.unclaimed_answer (
    id uuid not null,
    elder uuid not null,
    benefit text not null,
    county text collate "C" not null,
    place text collate "C" not null,
    outcome text not null check (outcome in ('WILL_APPLY', 'DECLINED', 'NOT_FOUND', 'FACT_WRONG')),
    why text not null,
    enrolment uuid,
    by_account text not null,
    by_name text not null,
    at timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    primary key (id, elder, benefit),
    constraint unclaimed_answer_undone check ((undone_by is null) = (undone_at is null))
);
create index unclaimed_answer_by_elder on benefits.unclaimed_answer (elder, benefit, at desc) where undone_at is null;
create index unclaimed_answer_by_place on benefits.unclaimed_answer (place);
comment on table benefits.unclaimed_answer is '应享未享的走访结果，只增不改，可撤销';
comment on column benefits.unclaimed_answer.id is '一次办理的编号；批量办理的各行相同';
comment on column benefits.unclaimed_answer.elder is '老年人编号';
comment on column benefits.unclaimed_answer.benefit is '待遇标识';
comment on column benefits.unclaimed_answer.county is '县区';
comment on column benefits.unclaimed_answer.place is '办理时所在村、社区';
comment on column benefits.unclaimed_answer.outcome is '结果：将申请、本人放弃、未找到或已搬走、信息有误';
comment on column benefits.unclaimed_answer.why is '原因';
comment on column benefits.unclaimed_answer.enrolment is '由此提出的在册申请';
comment on column benefits.unclaimed_answer.by_account is '办理人账号';
comment on column benefits.unclaimed_answer.by_name is '办理人姓名';
comment on column benefits.unclaimed_answer.at is '办理时间';
comment on column benefits.unclaimed_answer.undone_by is '撤销人账号';
comment on column benefits.unclaimed_answer.undone_at is '撤销时间';

create unlogged table benefits.stage_unclaimed (
    run uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    benefit text not null,
    entitled boolean not null,
    fen bigint,
    since date,
    earlier boolean not null,
    because_zh text not null,
    because_en text not null
);
create index stage_unclaimed_by_run on benefits.stage_unclaimed (run);
comment on table benefits.stage_unclaimed is '暂存：一次应享未享比对的结论';
comment on column benefits.stage_unclaimed.run is '任务编号';
comment on column benefits.stage_unclaimed.elder is '老年人编号';
comment on column benefits.stage_unclaimed.place is '所在村、社区';
comment on column benefits.stage_unclaimed.benefit is '待遇标识';
comment on column benefits.stage_unclaimed.entitled is '应享；否则为缺信息';
comment on column benefits.stage_unclaimed.fen is '金额（分）';
comment on column benefits.stage_unclaimed.since is '自此月起连续符合条件';
comment on column benefits.stage_unclaimed.earlier is '还要更早';
comment on column benefits.stage_unclaimed.because_zh is '理由（中文）';
comment on column benefits.stage_unclaimed.because_en is '理由（英文）';

alter table benefits.unclaimed_run enable row level security;
create policy scope on benefits.unclaimed_run using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.unclaimed_benefit enable row level security;
create policy scope on benefits.unclaimed_benefit using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.unclaimed_count enable row level security;
create policy scope on benefits.unclaimed_count
    using (benefits.sees(place, county, null)) with check (benefits.sees(place, county, null));
alter table benefits.unclaimed enable row level security;
create policy scope on benefits.unclaimed
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.unclaimed_answer enable row level security;
create policy scope on benefits.unclaimed_answer
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));

grant select, insert, update, delete on benefits.unclaimed_run, benefits.unclaimed_benefit, benefits.unclaimed_count,
    benefits.unclaimed to sangyu_app;
grant select, insert, update on benefits.unclaimed_answer to sangyu_app;
grant select, insert, delete on benefits.stage_unclaimed to sangyu_app;

-- A county learns of people it decides for only that another county has them enrolled, so that it does not list them.
create function benefits.enrolled_in_other_counties(of_county text, of_run uuid)
returns table (elder uuid, benefit text) language sql stable security definer
set search_path = benefits, pg_temp as $$
    select e.elder, e.benefit from benefits.stage_unclaimed s
    join benefits.enrolment e on e.elder = s.elder and e.benefit = s.benefit
    where s.run = of_run and e.county <> of_county and e.status not in ('ENDED', 'REFUSED')
$$;
revoke all on function benefits.enrolled_in_other_counties(text, uuid) from public;
grant execute on function benefits.enrolled_in_other_counties(text, uuid) to sangyu_app;
