-- Imports (数据导入): what was uploaded, what came of each row, what waits for a person, and the staging table.

-- Address text is encrypted differently each time: the blind index tells whether a roster says the same again.
alter table registry.residence_fact add column address_idx bytea;
comment on column registry.residence_fact.address_idx is '详细地址盲索引，仅用于比较是否相同；窗口录入的为空';

create table registry.intake (
    id uuid primary key,
    place text collate "C" not null,
    template text not null check (template in ('ROSTER','ALREADY_RECEIVING')),
    sha256 text not null check (length(sha256) = 64),
    name text not null,
    sheet int not null default 0,
    header_row int not null default 0,
    columns jsonb not null default '{}',
    titles text[] not null default '{}',
    state text not null check (state in ('UPLOADED','RUNNING','DONE','REFUSED')),
    account text not null,
    person text not null,
    uploaded_at timestamptz not null,
    begun_at timestamptz,
    ended_at timestamptz,
    job uuid,
    row_count int not null default 0,
    taken int not null default 0,
    created int not null default 0,
    changed int not null default 0,
    refused int not null default 0,
    parked int not null default 0,
    skipped int not null default 0,
    hidden int not null default 0,
    why text,
    why_arguments text[] not null default '{}'
);
comment on table registry.intake is '一次导入';
comment on column registry.intake.id is '导入编号';
comment on column registry.intake.place is '导入岗位的地方';
comment on column registry.intake.template is '模板：ROSTER 人员花名册 ALREADY_RECEIVING 已在发放人员';
comment on column registry.intake.sha256 is '上传文件的散列';
comment on column registry.intake.name is '上传文件名';
comment on column registry.intake.sheet is '第几张工作表，从 0 起';
comment on column registry.intake.header_row is '表头最后一行的行号';
comment on column registry.intake.columns is '各列含义：含义 → 列号（从 0 起）';
comment on column registry.intake.titles is '各列表头原文';
comment on column registry.intake.state is '状态：已上传、导入中、已完成、整份退回';
comment on column registry.intake.account is '导入账号';
comment on column registry.intake.person is '导入人姓名';
comment on column registry.intake.uploaded_at is '上传时间';
comment on column registry.intake.begun_at is '开始导入时间';
comment on column registry.intake.ended_at is '结束时间';
comment on column registry.intake.job is '后台任务编号';
comment on column registry.intake.row_count is '已读行数（人员行）';
comment on column registry.intake.taken is '已收行数';
comment on column registry.intake.created is '其中新建档案';
comment on column registry.intake.changed is '其中更新档案';
comment on column registry.intake.refused is '退回行数';
comment on column registry.intake.parked is '待核实行数';
comment on column registry.intake.skipped is '略过行数（空行、合计、示例）';
comment on column registry.intake.hidden is '其中被隐藏的行';
comment on column registry.intake.why is '整份退回的原因';
comment on column registry.intake.why_arguments is '原因中的参数';
create index intake_place on registry.intake (place, uploaded_at desc);
create index intake_file on registry.intake (sha256) where state = 'DONE';
alter table registry.intake enable row level security;
create policy scope on registry.intake
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
grant select, insert, update, delete on registry.intake to sangyu_app;

create table registry.intake_row (
    intake uuid not null references registry.intake,
    number int not null,
    place text collate "C" not null,
    outcome text not null check (outcome in ('TAKEN','REFUSED','PARKED')),
    effect text not null check (effect in ('NONE','CREATED','CHANGED')),
    elder uuid,
    name text not null,
    why jsonb,
    primary key (intake, number)
);
comment on table registry.intake_row is '导入的每一行及其结果';
comment on column registry.intake_row.intake is '导入编号';
comment on column registry.intake_row.number is '文件中的行号';
comment on column registry.intake_row.place is '导入岗位的地方，行级权限依此判断';
comment on column registry.intake_row.outcome is '结果：TAKEN 已收 REFUSED 退回 PARKED 待核实';
comment on column registry.intake_row.effect is '对档案的影响：NONE 无变化 CREATED 新建 CHANGED 更新';
comment on column registry.intake_row.elder is '老年人编号';
comment on column registry.intake_row.name is '姓名';
comment on column registry.intake_row.why is '原因或提示：列、原因代码、参数';
create index intake_row_outcome on registry.intake_row (intake, outcome, effect, number)
    where outcome <> 'TAKEN' or effect <> 'NONE';
alter table registry.intake_row enable row level security;
create policy scope on registry.intake_row
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
grant select, insert, update, delete on registry.intake_row to sangyu_app;

-- One chunk at a time lies here; emptied before each. Two imports take turns at it.
create unlogged table registry.intake_staging (
    number int not null,
    name text not null,
    outcome text not null,
    effect text not null,
    why jsonb,
    elder uuid,
    again boolean not null default false,
    known boolean not null default false,
    place text collate "C",
    registered text collate "C",
    resides text collate "C",
    unknown_village text,
    name_key text,
    pinyin text,
    initials text,
    born date,
    sex text,
    id_enc bytea,
    id_idx bytea,
    id4_idx bytea,
    phone_enc bytea,
    phone_idx bytea,
    phone4_idx bytea,
    address_enc bytea,
    address_idx bytea,
    contact text,
    relation text,
    contact_enc bytea,
    contact_idx bytea,
    tags text[],
    attributes text[],
    arrangement text,
    ability smallint,
    assessed date,
    bank text,
    holder text,
    account_enc bytea,
    account_idx bytea,
    account4 text,
    benefit text,
    amount_fen bigint,
    paid_to date,
    candidates uuid[]
);
comment on table registry.intake_staging is '导入暂存：一批行的解析结果，保护字段已加密；每批之前清空';
grant select, insert, update, delete, truncate, maintain on registry.intake_staging to sangyu_app;

create table registry.intake_parked (
    like registry.intake_staging including defaults,
    id uuid primary key,
    intake uuid not null references registry.intake,
    belongs text collate "C" not null,
    reason text not null check (reason in ('VILLAGE','NAMESAKE','NAME_DIFFERS','ELSEWHERE','DEAD')),
    parked_at timestamptz not null,
    source text not null,
    evidence text not null,
    decision text check (decision in ('VILLAGE','SAME','NEW','DROPPED')),
    decided_at timestamptz,
    decided_by text,
    unique (intake, number)
);
comment on table registry.intake_parked is '待核实的行：原样保留（已加密），由人逐条决定';
comment on column registry.intake_parked.id is '编号';
comment on column registry.intake_parked.intake is '导入编号';
comment on column registry.intake_parked.belongs is '由哪个地方核实，行级权限依此判断';
comment on column registry.intake_parked.reason is '原因：VILLAGE 村不明 NAMESAKE 同名同生日 NAME_DIFFERS 同号不同名 ELSEWHERE 已在外县区登记 DEAD 已登记死亡';
comment on column registry.intake_parked.parked_at is '何时挂起';
comment on column registry.intake_parked.source is '来源代码';
comment on column registry.intake_parked.evidence is '凭据：文件散列';
comment on column registry.intake_parked.decision is '决定：VILLAGE 选定村 SAME 同一人 NEW 另一人 DROPPED 不收';
comment on column registry.intake_parked.decided_at is '何时决定';
comment on column registry.intake_parked.decided_by is '谁决定';
create index intake_parked_elder on registry.intake_parked (elder) where decision is null;
create index intake_parked_open on registry.intake_parked (belongs, parked_at, id) where decision is null;
alter table registry.intake_parked enable row level security;
create policy scope on registry.intake_parked
    using (belongs >= current_setting('app.lo', true) and belongs < current_setting('app.hi', true))
    with check (belongs >= current_setting('app.lo', true) and belongs < current_setting('app.hi', true));
grant select, insert, update, delete on registry.intake_parked to sangyu_app;

-- Finds the staged ID numbers in the whole installation. Says of people outside the caller's scope only that they
-- are registered elsewhere, nothing else.
create function registry.intake_match() returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    found bigint;
begin
    update registry.intake_staging s
        set known = true, effect = 'NONE', elder = e.id, place = e.place
        from registry.elder e
        where s.outcome = 'TAKEN' and s.id_idx is not null and e.id_idx = s.id_idx and e.died is null
        and e.place >= current_setting('app.lo', true) and e.place < current_setting('app.hi', true);
    get diagnostics found = row_count;
    update registry.intake_staging s
        set outcome = 'PARKED', effect = 'NONE',
            why = '[{"heading":"ID_NUMBER","why":"elsewhere","arguments":[]}]'
        from registry.elder e
        where s.outcome = 'TAKEN' and s.id_idx is not null and e.id_idx = s.id_idx and e.died is null
        and not (e.place >= current_setting('app.lo', true) and e.place < current_setting('app.hi', true));
    update registry.intake_staging s
        set outcome = 'PARKED', effect = 'NONE',
            candidates = case
                when e.place >= current_setting('app.lo', true) and e.place < current_setting('app.hi', true)
                then array[e.id] end,
            why = case when e.place >= current_setting('app.lo', true) and e.place < current_setting('app.hi', true)
                then jsonb_build_array(jsonb_build_object('heading', 'ID_NUMBER', 'why', 'dead',
                    'arguments', jsonb_build_array(e.died::text)))
                else '[{"heading":"ID_NUMBER","why":"elsewhere","arguments":[]}]'::jsonb end
        from registry.elder e
        where s.outcome = 'TAKEN' and not s.known and s.id_idx is not null and e.id_idx = s.id_idx
        and e.died is not null;
    return found;
end
$$;
comment on function registry.intake_match is '按身份证号盲索引在全机查找暂存行对应的人；管辖之外的只说已登记，不说是谁';
revoke all on function registry.intake_match from public;
grant execute on function registry.intake_match to sangyu_app;
