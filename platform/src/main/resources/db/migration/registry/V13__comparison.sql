-- Comparison with other departments (比对): what their lists say, row by row, what the village answered, who was seen when.
create table registry.comparison (
    id uuid primary key,
    county text collate "C" not null check (length(county) = 7),
    source text not null,
    kind text not null check (kind in ('DEATHS','MOVES','SEEN')),
    extracted date not null,
    sha256 text not null check (length(sha256) = 64),
    name text not null,
    account text not null,
    person text not null,
    role text not null,
    handed_in timestamptz not null,
    read_at timestamptz,
    refused text,
    refused_arguments text[] not null default '{}',
    job uuid,
    row_count int not null default 0,
    hits int not null default 0,
    not_found int not null default 0,
    unique (county, source, kind, extracted, sha256)
);
comment on table registry.comparison is '一次比对：其他部门的一份名单';
comment on column registry.comparison.id is '编号';
comment on column registry.comparison.county is '县区路径';
comment on column registry.comparison.source is '来源代码';
comment on column registry.comparison.kind is '名单内容：DEATHS 死亡 MOVES 迁出 SEEN 近期见到';
comment on column registry.comparison.extracted is '名单截至日期';
comment on column registry.comparison.sha256 is '文件散列';
comment on column registry.comparison.name is '文件名';
comment on column registry.comparison.account is '提交账号';
comment on column registry.comparison.person is '提交人姓名';
comment on column registry.comparison.role is '提交人岗位';
comment on column registry.comparison.handed_in is '提交时间';
comment on column registry.comparison.read_at is '读完时间';
comment on column registry.comparison.refused is '整份退回的原因';
comment on column registry.comparison.refused_arguments is '原因中的参数';
comment on column registry.comparison.job is '后台任务编号';
comment on column registry.comparison.row_count is '人员行数';
comment on column registry.comparison.hits is '命中行数';
comment on column registry.comparison.not_found is '本县查无的行数';
create index comparison_newest on registry.comparison (county, source, kind, extracted desc) where read_at is not null;
alter table registry.comparison enable row level security;
-- Who answers for a village of the county sees that the county compared; only the county itself writes.
create policy scope on registry.comparison
    using (
        (county >= current_setting('app.lo', true) and county < current_setting('app.hi', true))
        or (current_setting('app.lo', true) collate "C" >= county
            and current_setting('app.lo', true) collate "C" < county || '~')
    )
    with check (county >= current_setting('app.lo', true) and county < current_setting('app.hi', true));
grant select, insert, update on registry.comparison to sangyu_app;

create table registry.compared (
    comparison uuid not null references registry.comparison,
    row_no int not null,
    place text collate "C" not null,
    elder uuid,
    name text not null,
    id_tail text not null default '',
    born date,
    said_on date,
    outcome text not null check (outcome in ('DIED','MOVED_OUT','SEEN','CONFLICT','ALIKE','KNOWN','NOT_FOUND','UNREADABLE')),
    other_on date,
    why text,
    why_arguments text[] not null default '{}',
    candidates uuid[],
    state text not null check (state in ('OPEN','RIGHT','WRONG','NONE')),
    answer_by date,
    answered_at timestamptz,
    answered_account text,
    answered_name text,
    answered_role text,
    note text not null default '',
    version int not null default 1,
    primary key (comparison, row_no),
    constraint an_answer_has_its_name check (state in ('OPEN','NONE') or (answered_at is not null and answered_account is not null))
);
comment on table registry.compared is '比对名单的每一行及其结果';
comment on column registry.compared.comparison is '比对编号';
comment on column registry.compared.row_no is '文件中的行号';
comment on column registry.compared.place is '本人归属地；对不上人的为县区';
comment on column registry.compared.elder is '老年人编号；对不上人的为空';
comment on column registry.compared.name is '名单上的姓名';
comment on column registry.compared.id_tail is '名单上证件号后四位';
comment on column registry.compared.born is '名单上的出生日期';
comment on column registry.compared.said_on is '名单所说的死亡、迁出或见到日期';
comment on column registry.compared.outcome is '结果：DIED 死亡 MOVED_OUT 迁出 SEEN 见到 CONFLICT 日期不一致 ALIKE 疑似同一人 KNOWN 已登记相同 NOT_FOUND 本县查无 UNREADABLE 读不懂';
comment on column registry.compared.other_on is '本机已登记的日期（两个日期都保留）';
comment on column registry.compared.why is '读不懂的原因代码';
comment on column registry.compared.why_arguments is '原因中的参数';
comment on column registry.compared.candidates is '疑似同一人的老年人编号';
comment on column registry.compared.state is '核查：OPEN 待核查 RIGHT 属实 WRONG 不属实 NONE 不需核查';
comment on column registry.compared.answer_by is '核查期限';
comment on column registry.compared.answered_at is '答复时间';
comment on column registry.compared.answered_account is '答复账号';
comment on column registry.compared.answered_name is '答复人姓名';
comment on column registry.compared.answered_role is '答复人岗位';
comment on column registry.compared.note is '核查情况';
comment on column registry.compared.version is '版本，用于发现过时的修改';
create index compared_open on registry.compared (place, answer_by, comparison, row_no) where state = 'OPEN';
create index compared_outcome on registry.compared (comparison, outcome, row_no);
create index compared_elder on registry.compared (elder, said_on) where elder is not null;
alter table registry.compared enable row level security;
create policy scope on registry.compared
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
grant select, insert, update on registry.compared to sangyu_app;

create table registry.seen (
    elder uuid not null,
    source text not null,
    place text collate "C" not null,
    seen_on date not null,
    by_name text not null default '',
    recorded_at timestamptz not null,
    primary key (elder, source)
);
comment on table registry.seen is '各来源最近一次见到本人：不要求任何人证明自己在世';
comment on column registry.seen.elder is '老年人编号';
comment on column registry.seen.source is '来源代码；VILLAGE 为村里见到';
comment on column registry.seen.place is '老年人归属地路径';
comment on column registry.seen.seen_on is '最近见到的日期';
comment on column registry.seen.by_name is '谁见到的';
comment on column registry.seen.recorded_at is '登记时间';
create index seen_place on registry.seen (place, elder);
alter table registry.seen enable row level security;
create policy scope on registry.seen
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
grant select, insert, update on registry.seen to sangyu_app;
