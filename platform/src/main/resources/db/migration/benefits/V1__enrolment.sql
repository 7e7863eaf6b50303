-- Enrolment: who is paid what, by which county, to which account. Months are kept as their first day.
create schema benefits;
grant usage on schema benefits to sangyu_app;

create table benefits.enrolment (
    id uuid primary key,
    elder uuid not null,
    benefit text not null,
    county text collate "C" not null check (length(county) = 7),
    place text collate "C" not null,
    status text not null check (status in ('PROPOSED', 'VILLAGE_CHECKED', 'TOWNSHIP_REVIEWED', 'COUNTY_APPROVED',
        'ACTIVE', 'SUSPENDED', 'ENDED', 'REFUSED')),
    returned boolean not null default false,
    way text not null check (way in ('APPLICATION', 'PROPOSED', 'OPENED', 'MOVED')),
    applied_on date not null,
    applicant text,
    reached date check (extract(day from reached) = 1),
    first_payable date check (extract(day from first_payable) = 1),
    ended_from date check (extract(day from ended_from) = 1),
    paid_before_to date check (extract(day from paid_before_to) = 1),
    payee_account uuid,
    decided_month date check (extract(day from decided_month) = 1),
    decided_fen bigint,
    because_zh text not null default '',
    because_en text not null default '',
    why text not null default '',
    answer_by date,
    last_step uuid not null,
    stepped_by text not null,
    stepped_on date not null,
    notice uuid,
    version int not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint enrolment_active_is_payable
        check (status <> 'ACTIVE' or (payee_account is not null and first_payable is not null)),
    constraint enrolment_in_its_county check (place >= county and place < county || '~')
);
create unique index enrolment_one_open on benefits.enrolment (elder, benefit) where status not in ('ENDED', 'REFUSED');
create index enrolment_by_place on benefits.enrolment (place, status, benefit, id);
create index enrolment_by_county on benefits.enrolment (county, benefit, status, elder);
create index enrolment_by_elder on benefits.enrolment (elder);
create index enrolment_by_last_step on benefits.enrolment (last_step);
comment on table benefits.enrolment is '在册：一人一项待遇一行；同一人同一待遇全国只能有一行未结束';
comment on column benefits.enrolment.id is '在册编号';
comment on column benefits.enrolment.elder is '老年人编号';
comment on column benefits.enrolment.benefit is '待遇标识';
comment on column benefits.enrolment.county is '发放县区（人员迁出后仍由原县区保留）';
comment on column benefits.enrolment.place is '所在村、社区（只知乡镇时为乡镇）';
comment on column benefits.enrolment.status is '状态：待村核实、村已核实、乡镇已审核、县已审批、在发、暂停、终止、不予批准';
comment on column benefits.enrolment.returned is '被上一级退回，等待重新办理';
comment on column benefits.enrolment.way is '进入方式：申请、免申即享、历史在发、县际转入';
comment on column benefits.enrolment.applied_on is '申请或提出日期';
comment on column benefits.enrolment.applicant is '申请人：本人、亲属或代办人及其关系';
comment on column benefits.enrolment.reached is '开始符合条件的月份';
comment on column benefits.enrolment.first_payable is '首个应发月份（审批时确定）';
comment on column benefits.enrolment.ended_from is '自此月起不再发放';
comment on column benefits.enrolment.paid_before_to is '此月之前已由原方式发放，不补不追';
comment on column benefits.enrolment.payee_account is '现用收款账户；未由第二人确认的账户不得付款';
comment on column benefits.enrolment.decided_month is '最近一次核定所对应的月份';
comment on column benefits.enrolment.decided_fen is '最近一次核定金额（分）';
comment on column benefits.enrolment.because_zh is '最近一次核定理由（中文）';
comment on column benefits.enrolment.because_en is '最近一次核定理由（英文）';
comment on column benefits.enrolment.why is '最近一步的原因（退回、不予批准、暂停、终止）';
comment on column benefits.enrolment.answer_by is '村级核查的截止日（含）';
comment on column benefits.enrolment.last_step is '最近一步';
comment on column benefits.enrolment.stepped_by is '最近一次正向办理的账号';
comment on column benefits.enrolment.stepped_on is '最近一步的日期';
comment on column benefits.enrolment.notice is '所在公示批次';
comment on column benefits.enrolment.version is '版本，用于发现过时的修改';
comment on column benefits.enrolment.created_at is '建立时间';
comment on column benefits.enrolment.changed_at is '修改时间';

create table benefits.enrolment_step (
    id uuid not null,
    enrolment uuid not null references benefits.enrolment,
    elder uuid not null,
    county text collate "C" not null,
    place text collate "C" not null,
    verb text not null,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    by_account text not null,
    by_name text not null,
    by_role text not null,
    why text not null default '',
    primary key (enrolment, id, verb)
);
create index enrolment_step_by_act on benefits.enrolment_step (id);
create index enrolment_step_by_elder on benefits.enrolment_step (elder, at);
comment on table benefits.enrolment_step is '在册办理步骤，只增不改';
comment on column benefits.enrolment_step.id is '步骤编号；一次批量办理的各行相同';
comment on column benefits.enrolment_step.enrolment is '在册编号';
comment on column benefits.enrolment_step.elder is '老年人编号';
comment on column benefits.enrolment_step.county is '发放县区';
comment on column benefits.enrolment_step.place is '办理时所在村、社区';
comment on column benefits.enrolment_step.verb is '办理动作';
comment on column benefits.enrolment_step.from_status is '办理前状态';
comment on column benefits.enrolment_step.to_status is '办理后状态';
comment on column benefits.enrolment_step.at is '办理时间';
comment on column benefits.enrolment_step.by_account is '办理人账号';
comment on column benefits.enrolment_step.by_name is '办理人姓名';
comment on column benefits.enrolment_step.by_role is '办理岗位';
comment on column benefits.enrolment_step.why is '原因';

create table benefits.payee_account (
    id uuid primary key,
    enrolment uuid not null references benefits.enrolment,
    elder uuid not null,
    county text collate "C" not null,
    place text collate "C" not null,
    kind text not null check (kind in ('SELF', 'FAMILY', 'INSTITUTION', 'GUARDIAN')),
    holder text not null,
    relation text not null default '',
    bank text not null,
    account_enc bytea not null,
    account_idx bytea not null,
    key_version int not null,
    last_four text not null,
    holder_differs boolean not null,
    state text not null check (state in ('PROPOSED', 'CONFIRMED', 'REPLACED', 'REFUSED')),
    proposed_by text not null,
    proposed_name text not null,
    proposed_at timestamptz not null,
    confirmed_by text,
    confirmed_name text,
    confirmed_at timestamptz,
    closed_at timestamptz,
    why text not null default '',
    constraint payee_account_two_people check (confirmed_by is null or confirmed_by <> proposed_by),
    constraint payee_account_confirmed check (state <> 'CONFIRMED' or (confirmed_by is not null and confirmed_at is not null)),
    constraint payee_account_relation check (kind not in ('FAMILY', 'GUARDIAN') or relation <> '')
);
create unique index payee_account_one_proposed on benefits.payee_account (enrolment) where state = 'PROPOSED';
create unique index payee_account_one_confirmed on benefits.payee_account (enrolment) where state = 'CONFIRMED';
create index payee_account_by_idx on benefits.payee_account (account_idx) where state in ('PROPOSED', 'CONFIRMED');
create index payee_account_waiting on benefits.payee_account (place, proposed_at) where state = 'PROPOSED';
alter table benefits.enrolment
    add constraint enrolment_account foreign key (payee_account) references benefits.payee_account;
comment on table benefits.payee_account is '收款账户：一人提出、另一人确认';
comment on column benefits.payee_account.id is '账户编号';
comment on column benefits.payee_account.enrolment is '在册编号';
comment on column benefits.payee_account.elder is '老年人编号';
comment on column benefits.payee_account.county is '发放县区';
comment on column benefits.payee_account.place is '所在村、社区';
comment on column benefits.payee_account.kind is '收款人：本人、亲属、机构、监护人';
comment on column benefits.payee_account.holder is '户名';
comment on column benefits.payee_account.relation is '与老年人的关系';
comment on column benefits.payee_account.bank is '开户行';
comment on column benefits.payee_account.account_enc is '账号密文';
comment on column benefits.payee_account.account_idx is '账号盲索引';
comment on column benefits.payee_account.key_version is '盲索引密钥版本';
comment on column benefits.payee_account.last_four is '账号后四位';
comment on column benefits.payee_account.holder_differs is '收款人为本人而户名与本人姓名不一致';
comment on column benefits.payee_account.state is '待确认、已确认、已更换、未通过';
comment on column benefits.payee_account.proposed_by is '提出人账号';
comment on column benefits.payee_account.proposed_name is '提出人姓名';
comment on column benefits.payee_account.proposed_at is '提出时间';
comment on column benefits.payee_account.confirmed_by is '确认人账号';
comment on column benefits.payee_account.confirmed_name is '确认人姓名';
comment on column benefits.payee_account.confirmed_at is '确认时间';
comment on column benefits.payee_account.closed_at is '更换或未通过的时间';
comment on column benefits.payee_account.why is '变更或未通过的原因';

create table benefits.hold (
    id uuid primary key,
    elder uuid not null,
    benefit text not null,
    month date not null check (extract(day from month) = 1),
    county text collate "C" not null,
    place text collate "C" not null,
    enrolment uuid references benefits.enrolment,
    missing_zh text not null,
    missing_en text not null,
    decision text check (decision in ('PAY_ON', 'HOLD')),
    decided_by text,
    decided_name text,
    decided_at timestamptz,
    reason text not null default '',
    run uuid not null,
    unique (elder, benefit, month),
    constraint hold_named check (decision is null or (decided_by is not null and decided_at is not null and reason <> ''))
);
create index hold_by_place on benefits.hold (place, month, benefit) where decision is null;
create index hold_by_county on benefits.hold (county, month, benefit);
comment on table benefits.hold is '暂缓：待定的人不自动开始、停止或改变任何发放';
comment on column benefits.hold.id is '编号';
comment on column benefits.hold.elder is '老年人编号';
comment on column benefits.hold.benefit is '待遇标识';
comment on column benefits.hold.month is '月份';
comment on column benefits.hold.county is '发放县区';
comment on column benefits.hold.place is '所在村、社区';
comment on column benefits.hold.enrolment is '在册编号；未在册则为空';
comment on column benefits.hold.missing_zh is '缺什么（中文）';
comment on column benefits.hold.missing_en is '缺什么（英文）';
comment on column benefits.hold.decision is '具名决定：照发或暂缓';
comment on column benefits.hold.decided_by is '决定人账号';
comment on column benefits.hold.decided_name is '决定人姓名';
comment on column benefits.hold.decided_at is '决定时间';
comment on column benefits.hold.reason is '决定理由';
comment on column benefits.hold.run is '产生它的核对任务';

create table benefits.benefit_setting (
    county text collate "C" not null,
    benefit text not null,
    mode text check (mode in ('PAID_HERE', 'MIRRORED')),
    way text check (way in ('APPLICATION', 'PROPOSED')),
    first_payable text check (first_payable in ('FROM_REACHED', 'FROM_APPLICATION', 'FROM_APPROVAL', 'GIVEN')),
    months_back int check (months_back between 0 and 1200),
    notice_days int check (notice_days between 0 and 90),
    answer_days int check (answer_days between 1 and 365),
    why text not null,
    set_by text not null,
    set_name text not null,
    set_at timestamptz not null,
    version int not null default 1,
    primary key (county, benefit)
);
comment on table benefits.benefit_setting is '县区对一项待遇的办理设置；空值即本机默认设置';
comment on column benefits.benefit_setting.county is '县区';
comment on column benefits.benefit_setting.benefit is '待遇标识';
comment on column benefits.benefit_setting.mode is '本部门发放或他部门发放、此处比对';
comment on column benefits.benefit_setting.way is '依申请或免申即享';
comment on column benefits.benefit_setting.first_payable is '首个应发月份规则：自符合、自申请、自审批、逐人指定';
comment on column benefits.benefit_setting.months_back is '最多向前补发的月数';
comment on column benefits.benefit_setting.notice_days is '公示天数；0 为不公示';
comment on column benefits.benefit_setting.answer_days is '村级核查天数';
comment on column benefits.benefit_setting.why is '依据或理由';
comment on column benefits.benefit_setting.set_by is '设置人账号';
comment on column benefits.benefit_setting.set_name is '设置人姓名';
comment on column benefits.benefit_setting.set_at is '设置时间';
comment on column benefits.benefit_setting.version is '版本';

create table benefits.opened_books (
    county text collate "C" not null,
    benefit text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    opened_name text not null,
    people bigint not null,
    primary key (county, benefit)
);
comment on table benefits.opened_books is '已接收历史发放名单的县区与待遇；此前不判断“应享未享”';
comment on column benefits.opened_books.county is '县区';
comment on column benefits.opened_books.benefit is '待遇标识';
comment on column benefits.opened_books.opened_at is '首次接收时间';
comment on column benefits.opened_books.opened_by is '接收人账号';
comment on column benefits.opened_books.opened_name is '接收人姓名';
comment on column benefits.opened_books.people is '已接收人数';

create table benefits.received_elsewhere (
    elder uuid not null,
    benefit text not null,
    county text collate "C" not null,
    place text collate "C" not null,
    amount_fen bigint,
    from_month date check (extract(day from from_month) = 1),
    to_month date check (extract(day from to_month) = 1),
    source text not null,
    recorded_on date not null,
    primary key (elder, benefit)
);
create index received_elsewhere_by_place on benefits.received_elsewhere (place, benefit);
comment on table benefits.received_elsewhere is '由其他部门发放、此处比对的待遇';
comment on column benefits.received_elsewhere.elder is '老年人编号';
comment on column benefits.received_elsewhere.benefit is '待遇标识';
comment on column benefits.received_elsewhere.county is '县区';
comment on column benefits.received_elsewhere.place is '所在村、社区';
comment on column benefits.received_elsewhere.amount_fen is '对方实发月（年）金额（分）';
comment on column benefits.received_elsewhere.from_month is '起始月份';
comment on column benefits.received_elsewhere.to_month is '自此月起不再发放';
comment on column benefits.received_elsewhere.source is '来源';
comment on column benefits.received_elsewhere.recorded_on is '得知日期';

create table benefits.notice (
    id uuid primary key,
    county text collate "C" not null,
    place text collate "C" not null,
    benefit text not null,
    from_day date not null,
    to_day date not null,
    people int not null,
    made_by text not null,
    made_name text not null,
    made_at timestamptz not null,
    check (from_day < to_day)
);
create index notice_by_place on benefits.notice (place, from_day desc);
comment on table benefits.notice is '公示批次';
comment on column benefits.notice.id is '编号';
comment on column benefits.notice.county is '县区';
comment on column benefits.notice.place is '公示的乡镇或村';
comment on column benefits.notice.benefit is '待遇标识';
comment on column benefits.notice.from_day is '公示首日';
comment on column benefits.notice.to_day is '公示结束后的第一天';
comment on column benefits.notice.people is '人数';
comment on column benefits.notice.made_by is '制作人账号';
comment on column benefits.notice.made_name is '制作人姓名';
comment on column benefits.notice.made_at is '制作时间';

create table benefits.proposal_run (
    id uuid primary key,
    county text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    started_at timestamptz not null,
    finished_at timestamptz,
    policy_hash text not null default '',
    proposed bigint not null default 0,
    held bigint not null default 0,
    suspended bigint not null default 0,
    ended bigint not null default 0,
    by_account text not null,
    by_name text not null
);
create index proposal_run_by_county on benefits.proposal_run (county, month desc, started_at desc);
comment on table benefits.proposal_run is '按月核对：提出新人、列出待定、暂停和终止';
comment on column benefits.proposal_run.id is '任务编号';
comment on column benefits.proposal_run.county is '县区';
comment on column benefits.proposal_run.month is '月份';
comment on column benefits.proposal_run.started_at is '开始时间';
comment on column benefits.proposal_run.finished_at is '完成时间';
comment on column benefits.proposal_run.policy_hash is '所用政策标准的指纹';
comment on column benefits.proposal_run.proposed is '提出人数';
comment on column benefits.proposal_run.held is '待定人数';
comment on column benefits.proposal_run.suspended is '暂停人数';
comment on column benefits.proposal_run.ended is '终止人数';
comment on column benefits.proposal_run.by_account is '发起人账号';
comment on column benefits.proposal_run.by_name is '发起人姓名';

create unlogged table benefits.stage_decision (
    run uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    benefit text not null,
    outcome text not null,
    died_in date,
    fen bigint,
    because_zh text not null,
    because_en text not null
);
comment on table benefits.stage_decision is '暂存：一次按月核对的结论';
comment on column benefits.stage_decision.run is '任务编号';
comment on column benefits.stage_decision.elder is '老年人编号';
comment on column benefits.stage_decision.place is '所在村、社区';
comment on column benefits.stage_decision.benefit is '待遇标识';
comment on column benefits.stage_decision.outcome is '结论';
comment on column benefits.stage_decision.died_in is '去世月份';
comment on column benefits.stage_decision.fen is '金额（分）';
comment on column benefits.stage_decision.because_zh is '理由（中文）';
comment on column benefits.stage_decision.because_en is '理由（英文）';

create unlogged table benefits.stage_receiving (
    run uuid not null,
    row_no bigint not null,
    elder uuid not null,
    place text collate "C" not null,
    benefit text not null,
    fen bigint,
    first_month date,
    paid_to date,
    enrolment uuid not null,
    account uuid,
    holder text,
    kind text,
    relation text,
    bank text,
    account_enc bytea,
    account_idx bytea,
    last_four text,
    holder_differs boolean
);
comment on table benefits.stage_receiving is '暂存：历史在发名单';
comment on column benefits.stage_receiving.run is '任务编号';
comment on column benefits.stage_receiving.row_no is '行号';
comment on column benefits.stage_receiving.elder is '老年人编号';
comment on column benefits.stage_receiving.place is '所在村、社区';
comment on column benefits.stage_receiving.benefit is '待遇标识';
comment on column benefits.stage_receiving.fen is '金额（分）';
comment on column benefits.stage_receiving.first_month is '起始月份';
comment on column benefits.stage_receiving.paid_to is '已发至（其后的第一个月）';
comment on column benefits.stage_receiving.enrolment is '预定的在册编号';
comment on column benefits.stage_receiving.account is '预定的账户编号';
comment on column benefits.stage_receiving.holder is '户名';
comment on column benefits.stage_receiving.kind is '收款人';
comment on column benefits.stage_receiving.relation is '关系';
comment on column benefits.stage_receiving.bank is '开户行';
comment on column benefits.stage_receiving.account_enc is '账号密文';
comment on column benefits.stage_receiving.account_idx is '账号盲索引';
comment on column benefits.stage_receiving.last_four is '账号后四位';
comment on column benefits.stage_receiving.holder_differs is '户名与本人姓名不一致';

-- A county that a person moved to learns, and only this, until when the old county paid.
create function benefits.paid_in_other_counties(of_county text, people uuid[])
returns table (elder uuid, benefit text, paid_to date) language sql stable security definer
set search_path = benefits, pg_temp as $$
    select e.elder, e.benefit, max(coalesce(e.ended_from, e.paid_before_to))
    from benefits.enrolment e
    where e.elder = any (people) and e.county <> of_county and e.status = 'ENDED' and e.first_payable is not null
      and coalesce(e.ended_from, e.paid_before_to) > e.first_payable
    group by e.elder, e.benefit
$$;
revoke all on function benefits.paid_in_other_counties(text, uuid[]) from public;
grant execute on function benefits.paid_in_other_counties(text, uuid[]) to sangyu_app;

-- Row security: a row is seen by the desks of its place, by the county that pays, and by named people's desks.
create function benefits.sees(place text, county text, elder uuid) returns boolean language sql stable parallel safe as $$
    select (place collate "C" >= current_setting('app.lo', true) and place collate "C" < current_setting('app.hi', true))
        or (county collate "C" >= current_setting('app.lo', true) and county collate "C" < current_setting('app.hi', true))
        or elder = any (nullif(current_setting('app.people', true), '')::uuid[])
$$;
-- What a county decides for everyone in it is also read by its townships and villages.
create function benefits.lies_in(county text) returns boolean language sql stable parallel safe as $$
    select (county collate "C" >= current_setting('app.lo', true) and county collate "C" < current_setting('app.hi', true))
        or (current_setting('app.lo', true) collate "C" >= county and current_setting('app.lo', true) collate "C" < county || '~')
$$;

alter table benefits.enrolment enable row level security;
create policy scope on benefits.enrolment
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.enrolment_step enable row level security;
create policy scope on benefits.enrolment_step
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.payee_account enable row level security;
create policy scope on benefits.payee_account
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.hold enable row level security;
create policy scope on benefits.hold
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.received_elsewhere enable row level security;
create policy scope on benefits.received_elsewhere
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.notice enable row level security;
create policy scope on benefits.notice
    using (benefits.sees(place, county, null)) with check (benefits.sees(place, county, null));
alter table benefits.benefit_setting enable row level security;
create policy scope on benefits.benefit_setting using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.opened_books enable row level security;
create policy scope on benefits.opened_books using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.proposal_run enable row level security;
create policy scope on benefits.proposal_run using (benefits.lies_in(county)) with check (benefits.lies_in(county));

grant select, insert, update on benefits.enrolment, benefits.payee_account, benefits.hold, benefits.benefit_setting,
    benefits.opened_books, benefits.proposal_run, benefits.received_elsewhere to sangyu_app;
grant select, insert on benefits.enrolment_step, benefits.notice to sangyu_app;
grant select, insert, delete on benefits.stage_decision, benefits.stage_receiving to sangyu_app;
