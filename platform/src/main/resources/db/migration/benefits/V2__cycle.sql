-- The month and its money: what is owed (due), what moves it (line), each attempt to pay it (pay_order). See ADR 0005.

create table benefits.cycle (
    id uuid primary key,
    number bigint generated always as identity,
    county text collate "C" not null check (length(county) = 7),
    benefits text[] not null check (cardinality(benefits) > 0),
    first_month date not null check (extract(day from first_month) = 1),
    last_month date not null check (extract(day from last_month) = 1),
    state text not null check (state in ('OPEN', 'COMPUTED', 'FROZEN', 'REVIEWED', 'APPROVED', 'AUTHORISED',
        'RELEASED', 'RECONCILED', 'CLOSED')),
    version int not null default 0,
    known_at timestamptz,
    policy text,
    format text,
    row_version int not null default 1,
    opened_by text not null,
    opened_at timestamptz not null,
    job uuid,
    check (first_month <= last_month)
);
create index cycle_by_county on benefits.cycle (county, last_month desc);
comment on table benefits.cycle is '发放批次：县区 × 待遇 × 月份';
comment on column benefits.cycle.id is '编号';
comment on column benefits.cycle.number is '批次号，供人读';
comment on column benefits.cycle.county is '发放县区';
comment on column benefits.cycle.benefits is '所发待遇';
comment on column benefits.cycle.first_month is '首月';
comment on column benefits.cycle.last_month is '末月（含）';
comment on column benefits.cycle.state is '状态';
comment on column benefits.cycle.version is '锁定名册的版本；0 为尚未锁定';
comment on column benefits.cycle.known_at is '核算所依据的时点';
comment on column benefits.cycle.policy is '核算所用政策标准的指纹';
comment on column benefits.cycle.format is '报盘格式';
comment on column benefits.cycle.row_version is '行版本，用于发现过时的操作';
comment on column benefits.cycle.opened_by is '建立人账号';
comment on column benefits.cycle.opened_at is '建立时间';
comment on column benefits.cycle.job is '正在进行的后台任务';

create table benefits.cycle_month (
    cycle uuid not null references benefits.cycle,
    county text collate "C" not null,
    benefit text not null,
    month date not null,
    open boolean not null default true,
    primary key (cycle, benefit, month)
);
create unique index cycle_month_one_open on benefits.cycle_month (county, benefit, month) where open;
comment on table benefits.cycle_month is '批次所含待遇与月份；同县区同待遇同月只能有一个未办结批次';
comment on column benefits.cycle_month.cycle is '批次';
comment on column benefits.cycle_month.county is '县区';
comment on column benefits.cycle_month.benefit is '待遇标识';
comment on column benefits.cycle_month.month is '月份';
comment on column benefits.cycle_month.open is '未办结';

create table benefits.cycle_step (
    cycle uuid not null references benefits.cycle,
    seq int not null,
    county text collate "C" not null,
    verb text not null,
    from_state text not null,
    to_state text not null,
    version int not null,
    by_account text not null,
    by_name text not null,
    by_role text not null,
    at timestamptz not null,
    note text not null default '',
    primary key (cycle, seq)
);
comment on table benefits.cycle_step is '批次办理步骤，只增不改';
comment on column benefits.cycle_step.cycle is '批次';
comment on column benefits.cycle_step.seq is '次序';
comment on column benefits.cycle_step.county is '县区';
comment on column benefits.cycle_step.verb is '动作';
comment on column benefits.cycle_step.from_state is '此前状态';
comment on column benefits.cycle_step.to_state is '此后状态';
comment on column benefits.cycle_step.version is '名册版本';
comment on column benefits.cycle_step.by_account is '办理人账号';
comment on column benefits.cycle_step.by_name is '办理人姓名';
comment on column benefits.cycle_step.by_role is '岗位';
comment on column benefits.cycle_step.at is '时间';
comment on column benefits.cycle_step.note is '说明';

create table benefits.decision_span (
    elder uuid not null,
    place text collate "C" not null,
    county text collate "C" not null,
    benefit text not null,
    valid_from date not null,
    valid_to date,
    outcome text not null check (outcome in ('ENTITLED', 'NOT_ENTITLED', 'UNDETERMINED')),
    fen bigint,
    reasons json not null,
    reasons_hash bigint not null,
    facts bigint not null,
    policy text not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz,
    run uuid not null,
    constraint decision_span_one_current unique nulls not distinct (elder, benefit, valid_from, recorded_to),
    check (valid_to > valid_from)
);
create index decision_span_open on benefits.decision_span (county) where recorded_to is null and valid_to is null;
comment on table benefits.decision_span is '核定结论：按有效期与记录期；一次核算只写有变化的';
comment on column benefits.decision_span.elder is '老年人编号';
comment on column benefits.decision_span.place is '所在村、社区';
comment on column benefits.decision_span.county is '县区';
comment on column benefits.decision_span.benefit is '待遇标识';
comment on column benefits.decision_span.valid_from is '自此月起';
comment on column benefits.decision_span.valid_to is '至此月止（不含）；空为持续';
comment on column benefits.decision_span.outcome is '结论';
comment on column benefits.decision_span.fen is '金额（分）；按期';
comment on column benefits.decision_span.reasons is '理由：代码、参数、文件、条款、中英文';
comment on column benefits.decision_span.reasons_hash is '理由的指纹，用于判断是否变化';
comment on column benefits.decision_span.facts is '所依据的人员信息与在册信息的指纹';
comment on column benefits.decision_span.policy is '所依据的政策标准的指纹';
comment on column benefits.decision_span.recorded_from is '记录时间';
comment on column benefits.decision_span.recorded_to is '被取代时间；空为现行';
comment on column benefits.decision_span.run is '写入它的核算任务';

create table benefits.due (
    elder uuid not null,
    benefit text not null,
    period text collate "C" not null,
    month date not null,
    accrued date not null,
    county text collate "C" not null,
    place text collate "C" not null,
    fen bigint not null check (fen >= 0),
    run uuid not null,
    primary key (elder, benefit, period, month),
    constraint due_month_follows_period check (month = case
        when period = 'ONCE' then date '1900-01-01'
        when length(period) = 4 then make_date(period::int, 1, 1)
        else make_date(left(period, 4)::int, right(period, 2)::int, 1) end)
) partition by range (month);
create index due_by_county on benefits.due (county);
comment on table benefits.due is '应发：一人一项一期一行，全库唯一；金额为现行结论';
comment on column benefits.due.elder is '老年人编号';
comment on column benefits.due.benefit is '待遇标识';
comment on column benefits.due.period is '期：2021-05、2021 或 ONCE';
comment on column benefits.due.month is '分区月份，由期唯一确定';
comment on column benefits.due.accrued is '应发所属月份（一次性、按年的为达到条件的月份）';
comment on column benefits.due.county is '发放县区';
comment on column benefits.due.place is '所在村、社区';
comment on column benefits.due.fen is '应发金额（分）';
comment on column benefits.due.run is '最近改变它的核算任务';

create table benefits.line (
    id uuid not null,
    elder uuid not null,
    benefit text not null,
    period text collate "C" not null,
    month date not null,
    accrued date not null,
    county text collate "C" not null,
    place text collate "C" not null,
    name text not null,
    cycle uuid not null,
    kind text not null check (kind in ('REGULAR', 'BACK_PAY', 'RECOVERY', 'OFFSET', 'WRITE_OFF')),
    fen bigint not null,
    hold text,
    against uuid,
    recovery uuid,
    died boolean not null default false,
    primary key (id, month),
    check (kind not in ('REGULAR', 'BACK_PAY', 'WRITE_OFF') or fen > 0),
    check (kind <> 'OFFSET' or (fen < 0 and against is not null and recovery is not null)),
    check (kind <> 'RECOVERY' or fen <> 0)
) partition by range (month);
create unique index line_one_regular on benefits.line (elder, benefit, period, month) where kind = 'REGULAR';
create index line_other_kinds on benefits.line (elder, benefit) where kind <> 'REGULAR';
create index line_by_cycle on benefits.line (cycle);
create index line_held on benefits.line (county) where hold is not null;
create index line_of_recovery on benefits.line (recovery) where recovery is not null;
create index line_against on benefits.line (against) where against is not null;
comment on table benefits.line is '发放明细：批次中对一笔应发的增减，有正负；一笔应发至多一条正常发放';
comment on column benefits.line.id is '编号';
comment on column benefits.line.elder is '老年人编号';
comment on column benefits.line.benefit is '待遇标识';
comment on column benefits.line.period is '期';
comment on column benefits.line.month is '分区月份';
comment on column benefits.line.accrued is '所属月份';
comment on column benefits.line.county is '发放县区';
comment on column benefits.line.place is '所在村、社区';
comment on column benefits.line.name is '姓名（核算时）';
comment on column benefits.line.cycle is '所在批次；暂缓或退票的转入下一批次';
comment on column benefits.line.kind is '正常、补发、追缴、抵扣、核销';
comment on column benefits.line.fen is '金额（分），有正负';
comment on column benefits.line.hold is '暂缓原因代码；空为不暂缓';
comment on column benefits.line.against is '抵扣所冲减的明细';
comment on column benefits.line.recovery is '所属追缴案件';
comment on column benefits.line.died is '核算时已知去世';

create table benefits.cycle_version (
    cycle uuid not null references benefits.cycle,
    version int not null,
    county text collate "C" not null,
    frozen_at timestamptz not null,
    frozen_by text not null,
    known_at timestamptz not null,
    policy text not null,
    lines bigint not null,
    people bigint not null,
    pay_fen bigint not null,
    returned_at timestamptz,
    returned_by text,
    returned_why text,
    primary key (cycle, version)
);
comment on table benefits.cycle_version is '锁定名册的版本';
comment on column benefits.cycle_version.cycle is '批次';
comment on column benefits.cycle_version.version is '版本';
comment on column benefits.cycle_version.county is '县区';
comment on column benefits.cycle_version.frozen_at is '锁定时间';
comment on column benefits.cycle_version.frozen_by is '锁定人账号';
comment on column benefits.cycle_version.known_at is '核算所依据的时点';
comment on column benefits.cycle_version.policy is '政策标准的指纹';
comment on column benefits.cycle_version.lines is '明细条数';
comment on column benefits.cycle_version.people is '人数';
comment on column benefits.cycle_version.pay_fen is '锁定时可发金额（分）';
comment on column benefits.cycle_version.returned_at is '退回时间';
comment on column benefits.cycle_version.returned_by is '退回人姓名';
comment on column benefits.cycle_version.returned_why is '退回原因';

create table benefits.cycle_line (
    cycle uuid not null,
    version int not null,
    line uuid not null,
    elder uuid not null,
    name text not null,
    county text collate "C" not null,
    place text collate "C" not null,
    benefit text not null,
    period text collate "C" not null,
    month date not null,
    accrued date not null,
    kind text not null,
    fen bigint not null,
    pay_fen bigint not null,
    text_zh text not null,
    text_en text not null,
    facts bigint,
    enrolment uuid,
    account uuid,
    payee text,
    holder text,
    bank text,
    account_enc bytea,
    last_four text,
    account_new boolean not null default false,
    hold text,
    hold_note text not null default '',
    hold_by text,
    hold_at timestamptz,
    primary key (cycle, version, line)
);
create index cycle_line_by_elder on benefits.cycle_line (elder);
comment on table benefits.cycle_line is '锁定名册：明细及其所依据的一切的定格副本；其后只可加注暂缓';
comment on column benefits.cycle_line.cycle is '批次';
comment on column benefits.cycle_line.version is '版本';
comment on column benefits.cycle_line.line is '明细';
comment on column benefits.cycle_line.elder is '老年人编号';
comment on column benefits.cycle_line.name is '姓名';
comment on column benefits.cycle_line.county is '发放县区';
comment on column benefits.cycle_line.place is '村、社区';
comment on column benefits.cycle_line.benefit is '待遇标识';
comment on column benefits.cycle_line.period is '期';
comment on column benefits.cycle_line.month is '分区月份';
comment on column benefits.cycle_line.accrued is '所属月份';
comment on column benefits.cycle_line.kind is '种类';
comment on column benefits.cycle_line.fen is '金额（分），有正负';
comment on column benefits.cycle_line.pay_fen is '实付金额（分）：扣除抵扣；追缴、抵扣为 0';
comment on column benefits.cycle_line.text_zh is '理由（中文）';
comment on column benefits.cycle_line.text_en is '理由（英文）';
comment on column benefits.cycle_line.facts is '人员信息的指纹';
comment on column benefits.cycle_line.enrolment is '在册编号';
comment on column benefits.cycle_line.account is '账户编号';
comment on column benefits.cycle_line.payee is '收款人类别';
comment on column benefits.cycle_line.holder is '户名';
comment on column benefits.cycle_line.bank is '开户行';
comment on column benefits.cycle_line.account_enc is '账号密文';
comment on column benefits.cycle_line.last_four is '账号后四位';
comment on column benefits.cycle_line.account_new is '账户自上次发放后新增或变更';
comment on column benefits.cycle_line.hold is '暂缓原因代码';
comment on column benefits.cycle_line.hold_note is '暂缓说明';
comment on column benefits.cycle_line.hold_by is '暂缓人姓名；空为系统';
comment on column benefits.cycle_line.hold_at is '暂缓时间';

create table benefits.pay_file (
    id uuid primary key,
    number bigint generated always as identity,
    cycle uuid not null references benefits.cycle,
    county text collate "C" not null,
    attempt int not null,
    format text not null,
    name text not null,
    made_by text not null,
    made_at timestamptz not null,
    lines bigint not null,
    fen bigint not null,
    sha256 text,
    media_type text,
    sent_at timestamptz
);
create index pay_file_by_cycle on benefits.pay_file (cycle);
comment on table benefits.pay_file is '报盘文件；先存字节与散列，再标为已报送';
comment on column benefits.pay_file.id is '编号';
comment on column benefits.pay_file.number is '文件号';
comment on column benefits.pay_file.cycle is '批次';
comment on column benefits.pay_file.county is '县区';
comment on column benefits.pay_file.attempt is '第几次';
comment on column benefits.pay_file.format is '格式';
comment on column benefits.pay_file.name is '文件名';
comment on column benefits.pay_file.made_by is '制作人姓名';
comment on column benefits.pay_file.made_at is '制作时间';
comment on column benefits.pay_file.lines is '笔数';
comment on column benefits.pay_file.fen is '总金额（分）';
comment on column benefits.pay_file.sha256 is '字节散列';
comment on column benefits.pay_file.media_type is '媒体类型';
comment on column benefits.pay_file.sent_at is '报送时间';

create table benefits.pay_order (
    reference text collate "C" primary key,
    file uuid not null references benefits.pay_file,
    cycle uuid not null,
    line uuid not null,
    seq int not null,
    attempt int not null,
    elder uuid not null,
    name text not null,
    benefit text not null,
    period text collate "C" not null,
    month date not null,
    accrued date not null,
    county text collate "C" not null,
    place text collate "C" not null,
    fen bigint not null check (fen > 0),
    account uuid not null,
    holder text not null,
    bank text not null,
    account_enc bytea not null,
    last_four text not null,
    state text not null check (state in ('PENDING', 'SENT', 'PAID', 'FAILED', 'UNKNOWN')),
    reason text not null default '',
    paid_on date,
    settled_at timestamptz,
    settled_by text,
    evidence text
);
create unique index pay_order_one_alive on benefits.pay_order (line) where state <> 'FAILED';
create index pay_order_by_file on benefits.pay_order (file, seq);
create index pay_order_by_line on benefits.pay_order (line) where state = 'FAILED';
create index pay_order_unsettled on benefits.pay_order (cycle, state) where state <> 'PAID';
create index pay_order_by_elder on benefits.pay_order (elder);
create index pay_order_paid on benefits.pay_order (county, benefit, accrued) where state = 'PAID';
comment on table benefits.pay_order is '付款指令：一次把一条明细付到一个账户的尝试；未退票的至多一条';
comment on column benefits.pay_order.reference is '报盘参考号，唯一';
comment on column benefits.pay_order.file is '所在文件';
comment on column benefits.pay_order.cycle is '批次';
comment on column benefits.pay_order.line is '明细';
comment on column benefits.pay_order.seq is '文件中的序号';
comment on column benefits.pay_order.attempt is '第几次';
comment on column benefits.pay_order.elder is '老年人编号';
comment on column benefits.pay_order.name is '姓名';
comment on column benefits.pay_order.benefit is '待遇标识';
comment on column benefits.pay_order.period is '期';
comment on column benefits.pay_order.month is '分区月份';
comment on column benefits.pay_order.accrued is '所属月份';
comment on column benefits.pay_order.county is '发放县区';
comment on column benefits.pay_order.place is '村、社区';
comment on column benefits.pay_order.fen is '金额（分）';
comment on column benefits.pay_order.account is '账户编号';
comment on column benefits.pay_order.holder is '户名';
comment on column benefits.pay_order.bank is '开户行';
comment on column benefits.pay_order.account_enc is '账号密文（定格）';
comment on column benefits.pay_order.last_four is '账号后四位';
comment on column benefits.pay_order.state is '待报送、已报送、已付、退票、不明';
comment on column benefits.pay_order.reason is '银行所述原因';
comment on column benefits.pay_order.paid_on is '付款日期';
comment on column benefits.pay_order.settled_at is '得知结果的时间';
comment on column benefits.pay_order.settled_by is '回盘文件或办理人';
comment on column benefits.pay_order.evidence is '人工认定的凭据';

create table benefits.return_file (
    id uuid primary key,
    file uuid not null references benefits.pay_file,
    cycle uuid not null,
    county text collate "C" not null,
    sha256 text not null,
    name text not null,
    read_by text not null,
    read_at timestamptz not null,
    finished_at timestamptz,
    unique (file, sha256)
);
comment on table benefits.return_file is '回盘文件；同一文件读两次不改变任何结果';
comment on column benefits.return_file.id is '编号';
comment on column benefits.return_file.file is '对应的报盘文件';
comment on column benefits.return_file.cycle is '批次';
comment on column benefits.return_file.county is '县区';
comment on column benefits.return_file.sha256 is '字节散列';
comment on column benefits.return_file.name is '文件名';
comment on column benefits.return_file.read_by is '读入人姓名';
comment on column benefits.return_file.read_at is '读入时间';
comment on column benefits.return_file.finished_at is '读完时间';

create table benefits.return_line (
    return_file uuid not null references benefits.return_file,
    row_no int not null,
    county text collate "C" not null,
    reference text not null,
    fen bigint,
    result text not null,
    reason text not null,
    paid_on date,
    verdict text not null check (verdict in ('APPLIED', 'SAME', 'UNKNOWN_REFERENCE', 'OTHER_FILE', 'OTHER_AMOUNT',
        'CONTRADICTS', 'REPEATED', 'UNREADABLE')),
    primary key (return_file, row_no)
);
comment on table benefits.return_line is '回盘明细及其处理：对不上的只列出，不猜测';
comment on column benefits.return_line.return_file is '回盘文件';
comment on column benefits.return_line.row_no is '行号';
comment on column benefits.return_line.county is '县区';
comment on column benefits.return_line.reference is '参考号';
comment on column benefits.return_line.fen is '金额（分）';
comment on column benefits.return_line.result is '银行结果原文';
comment on column benefits.return_line.reason is '银行所述原因';
comment on column benefits.return_line.paid_on is '付款日期';
comment on column benefits.return_line.verdict is '处理：已入账、重复、查无参考号、他批次、金额不符、与已有结果矛盾、文件内重复、无法读取';

create table benefits.recovery_case (
    id uuid primary key,
    number bigint generated always as identity,
    elder uuid not null,
    name text not null,
    benefit text not null,
    county text collate "C" not null,
    place text collate "C" not null,
    cycle uuid not null,
    opened_on date not null,
    died boolean not null,
    why_zh text not null,
    why_en text not null,
    asked text not null default '',
    noticed_on date,
    offset_cap bigint check (offset_cap > 0),
    offset_ground text not null default '',
    offset_by text,
    closed_on date,
    row_version int not null default 1,
    check (not died or offset_cap is null)
);
create unique index recovery_case_one_open on benefits.recovery_case (elder, benefit, county) where closed_on is null;
create index recovery_case_by_place on benefits.recovery_case (place, opened_on) where closed_on is null;
comment on table benefits.recovery_case is '追缴案件';
comment on column benefits.recovery_case.id is '编号';
comment on column benefits.recovery_case.number is '案号';
comment on column benefits.recovery_case.elder is '老年人编号';
comment on column benefits.recovery_case.name is '姓名';
comment on column benefits.recovery_case.benefit is '待遇标识';
comment on column benefits.recovery_case.county is '县区';
comment on column benefits.recovery_case.place is '村、社区';
comment on column benefits.recovery_case.cycle is '发现它的批次';
comment on column benefits.recovery_case.opened_on is '立案日期';
comment on column benefits.recovery_case.died is '因去世多发；永不抵扣';
comment on column benefits.recovery_case.why_zh is '原因（中文）';
comment on column benefits.recovery_case.why_en is '原因（英文）';
comment on column benefits.recovery_case.asked is '向谁追缴';
comment on column benefits.recovery_case.noticed_on is '通知书日期';
comment on column benefits.recovery_case.offset_cap is '每期抵扣上限（分）；空为不抵扣';
comment on column benefits.recovery_case.offset_ground is '抵扣依据';
comment on column benefits.recovery_case.offset_by is '准许抵扣的人';
comment on column benefits.recovery_case.closed_on is '结案日期';
comment on column benefits.recovery_case.row_version is '行版本';

create table benefits.recovery_entry (
    id uuid primary key,
    recovery uuid not null references benefits.recovery_case,
    elder uuid not null,
    county text collate "C" not null,
    place text collate "C" not null,
    kind text not null check (kind in ('INSTALMENT', 'REPAID', 'WRITE_OFF')),
    fen bigint not null check (fen > 0),
    due_on date,
    on_day date,
    document text not null default '',
    proposed_by text not null,
    proposed_name text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_name text,
    approved_at timestamptz,
    check (kind <> 'WRITE_OFF' or document <> ''),
    check (approved_by is null or approved_by <> proposed_by)
);
create index recovery_entry_by_case on benefits.recovery_entry (recovery);
comment on table benefits.recovery_entry is '追缴往来：分期约定、已退回、核销';
comment on column benefits.recovery_entry.id is '编号';
comment on column benefits.recovery_entry.recovery is '案件';
comment on column benefits.recovery_entry.elder is '老年人编号';
comment on column benefits.recovery_entry.county is '县区';
comment on column benefits.recovery_entry.place is '村、社区';
comment on column benefits.recovery_entry.kind is '分期约定、已退回、核销';
comment on column benefits.recovery_entry.fen is '金额（分）';
comment on column benefits.recovery_entry.due_on is '约定日期';
comment on column benefits.recovery_entry.on_day is '实际日期';
comment on column benefits.recovery_entry.document is '凭证或批准文件';
comment on column benefits.recovery_entry.proposed_by is '登记人账号';
comment on column benefits.recovery_entry.proposed_name is '登记人姓名';
comment on column benefits.recovery_entry.proposed_at is '登记时间';
comment on column benefits.recovery_entry.approved_by is '批准人账号（核销须另一人批准）';
comment on column benefits.recovery_entry.approved_name is '批准人姓名';
comment on column benefits.recovery_entry.approved_at is '批准时间';

create table benefits.opening_total (
    id uuid primary key,
    county text collate "C" not null,
    benefit text not null,
    through date not null,
    fen bigint not null check (fen >= 0),
    person_times bigint check (person_times >= 0),
    persons bigint check (persons >= 0),
    source text not null check (source <> ''),
    entered_by text not null,
    entered_name text not null,
    entered_at timestamptz not null,
    unique (county, benefit)
);
comment on table benefits.opening_total is '启用前的累计数及其来源';
comment on column benefits.opening_total.id is '编号';
comment on column benefits.opening_total.county is '县区';
comment on column benefits.opening_total.benefit is '待遇标识';
comment on column benefits.opening_total.through is '累计至（含该月）';
comment on column benefits.opening_total.fen is '金额（分）';
comment on column benefits.opening_total.person_times is '人次';
comment on column benefits.opening_total.persons is '人数';
comment on column benefits.opening_total.source is '来源';
comment on column benefits.opening_total.entered_by is '录入人账号';
comment on column benefits.opening_total.entered_name is '录入人姓名';
comment on column benefits.opening_total.entered_at is '录入时间';

create table benefits.money_setting (
    county text collate "C" primary key,
    rhythm int not null check (rhythm in (1, 3)),
    offset_percent int check (offset_percent between 1 and 100),
    offset_ground text not null default '',
    funding text not null default '',
    set_by text not null,
    set_name text not null,
    set_at timestamptz not null,
    check (offset_percent is null or offset_ground <> '')
);
comment on table benefits.money_setting is '县区的发放设置（本机设置）；未设置的按月发放、不抵扣';
comment on column benefits.money_setting.county is '县区';
comment on column benefits.money_setting.rhythm is '几个月发一次：1 或 3';
comment on column benefits.money_setting.offset_percent is '抵扣至多占当期待遇的百分比；空为不允许抵扣';
comment on column benefits.money_setting.offset_ground is '允许抵扣的依据';
comment on column benefits.money_setting.funding is '资金来源';
comment on column benefits.money_setting.set_by is '设置人账号';
comment on column benefits.money_setting.set_name is '设置人姓名';
comment on column benefits.money_setting.set_at is '设置时间';

create unlogged table benefits.stage_span (
    run uuid not null,
    op text not null,
    elder uuid not null,
    place text collate "C" not null,
    benefit text not null,
    valid_from date not null,
    valid_to date,
    outcome text not null,
    fen bigint,
    reasons text not null,
    reasons_hash bigint not null,
    facts bigint not null
);
comment on table benefits.stage_span is '暂存：核定结论的变化';
comment on column benefits.stage_span.run is '任务';
comment on column benefits.stage_span.op is '动作：I 新增，C 取代，T 到期，F 只更新指纹';
comment on column benefits.stage_span.elder is '老年人编号';
comment on column benefits.stage_span.place is '村、社区';
comment on column benefits.stage_span.benefit is '待遇标识';
comment on column benefits.stage_span.valid_from is '自此月起';
comment on column benefits.stage_span.valid_to is '至此月止（不含）';
comment on column benefits.stage_span.outcome is '结论';
comment on column benefits.stage_span.fen is '金额（分）';
comment on column benefits.stage_span.reasons is '理由';
comment on column benefits.stage_span.reasons_hash is '理由的指纹';
comment on column benefits.stage_span.facts is '人员信息的指纹';

create unlogged table benefits.stage_due (
    run uuid not null,
    op text not null,
    elder uuid not null,
    benefit text not null,
    period text collate "C" not null,
    month date not null,
    accrued date not null,
    place text collate "C" not null,
    fen bigint not null
);
comment on table benefits.stage_due is '暂存：应发的变化';
comment on column benefits.stage_due.run is '任务';
comment on column benefits.stage_due.op is '动作：I 新增，U 改变';
comment on column benefits.stage_due.elder is '老年人编号';
comment on column benefits.stage_due.benefit is '待遇标识';
comment on column benefits.stage_due.period is '期';
comment on column benefits.stage_due.month is '分区月份';
comment on column benefits.stage_due.accrued is '所属月份';
comment on column benefits.stage_due.place is '村、社区';
comment on column benefits.stage_due.fen is '金额（分）';

create unlogged table benefits.stage_line (
    run uuid not null,
    op text not null,
    id uuid not null,
    elder uuid not null,
    benefit text not null,
    period text collate "C" not null,
    month date not null,
    accrued date not null,
    place text collate "C" not null,
    name text not null,
    kind text not null,
    fen bigint not null,
    hold text,
    against uuid,
    recovery uuid,
    died boolean not null
);
comment on table benefits.stage_line is '暂存：发放明细的变化';
comment on column benefits.stage_line.run is '任务';
comment on column benefits.stage_line.op is '动作：I 新增，U 改变，D 去除';
comment on column benefits.stage_line.id is '明细';
comment on column benefits.stage_line.elder is '老年人编号';
comment on column benefits.stage_line.benefit is '待遇标识';
comment on column benefits.stage_line.period is '期';
comment on column benefits.stage_line.month is '分区月份';
comment on column benefits.stage_line.accrued is '所属月份';
comment on column benefits.stage_line.place is '村、社区';
comment on column benefits.stage_line.name is '姓名';
comment on column benefits.stage_line.kind is '种类';
comment on column benefits.stage_line.fen is '金额（分）';
comment on column benefits.stage_line.hold is '暂缓原因代码';
comment on column benefits.stage_line.against is '所冲减的明细';
comment on column benefits.stage_line.recovery is '追缴案件';
comment on column benefits.stage_line.died is '已知去世';

create unlogged table benefits.stage_hold (
    run uuid not null,
    id uuid not null,
    elder uuid not null,
    benefit text not null,
    month date not null,
    place text collate "C" not null,
    enrolment uuid not null,
    reasons text not null
);
comment on table benefits.stage_hold is '暂存：在册而待定的人';
comment on column benefits.stage_hold.run is '任务';
comment on column benefits.stage_hold.id is '编号';
comment on column benefits.stage_hold.elder is '老年人编号';
comment on column benefits.stage_hold.benefit is '待遇标识';
comment on column benefits.stage_hold.month is '月份';
comment on column benefits.stage_hold.place is '村、社区';
comment on column benefits.stage_hold.enrolment is '在册编号';
comment on column benefits.stage_hold.reasons is '缺什么：理由';

create unlogged table benefits.stage_return (
    run uuid not null,
    row_no int not null,
    reference text not null,
    fen bigint,
    result text not null,
    outcome text not null,
    reason text not null,
    paid_on date
);
create index stage_return_by_row on benefits.stage_return (run, row_no);
create index stage_return_by_reference on benefits.stage_return (run, reference, row_no);
comment on table benefits.stage_return is '暂存：回盘各行';
comment on column benefits.stage_return.run is '回盘文件';
comment on column benefits.stage_return.row_no is '行号';
comment on column benefits.stage_return.reference is '参考号';
comment on column benefits.stage_return.fen is '金额（分）';
comment on column benefits.stage_return.result is '银行结果原文';
comment on column benefits.stage_return.outcome is '读作：PAID、FAILED、UNKNOWN、UNREADABLE';
comment on column benefits.stage_return.reason is '银行所述原因';
comment on column benefits.stage_return.paid_on is '付款日期';

-- The application owns nothing, so it asks for the partitions of a month; attaching does not block readers.
create function benefits.make_month(of_month date) returns void language plpgsql security definer
set search_path = benefits, pg_temp as $$
declare
    part text;
    name text;
begin
    if extract(day from of_month) <> 1 then
        raise exception 'not the first day of a month: %', of_month;
    end if;
    perform pg_advisory_xact_lock(hashtext('benefits.make_month'));
    foreach part in array array['due', 'line'] loop
        name := part || '_' || to_char(of_month, 'YYYYMM');
        if to_regclass('benefits.' || name) is null then
            execute format('create table benefits.%I (like benefits.%I including all)', name, part);
            execute format('alter table benefits.%I attach partition benefits.%I for values from (%L) to (%L)',
                part, name, of_month, of_month + interval '1 month');
        end if;
    end loop;
end $$;
revoke all on function benefits.make_month(date) from public;
grant execute on function benefits.make_month(date) to sangyu_app;
select benefits.make_month(date '1900-01-01');

alter table benefits.cycle enable row level security;
create policy scope on benefits.cycle using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.cycle_month enable row level security;
create policy scope on benefits.cycle_month using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.cycle_step enable row level security;
create policy scope on benefits.cycle_step using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.cycle_version enable row level security;
create policy scope on benefits.cycle_version using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.money_setting enable row level security;
create policy scope on benefits.money_setting using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.opening_total enable row level security;
create policy scope on benefits.opening_total using (benefits.lies_in(county)) with check (benefits.lies_in(county));
alter table benefits.pay_file enable row level security;
create policy scope on benefits.pay_file
    using (benefits.sees(county, county, null)) with check (benefits.sees(county, county, null));
alter table benefits.return_file enable row level security;
create policy scope on benefits.return_file
    using (benefits.sees(county, county, null)) with check (benefits.sees(county, county, null));
alter table benefits.return_line enable row level security;
create policy scope on benefits.return_line
    using (benefits.sees(county, county, null)) with check (benefits.sees(county, county, null));
alter table benefits.decision_span enable row level security;
create policy scope on benefits.decision_span
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.due enable row level security;
create policy scope on benefits.due
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.line enable row level security;
create policy scope on benefits.line
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.cycle_line enable row level security;
create policy scope on benefits.cycle_line
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.pay_order enable row level security;
create policy scope on benefits.pay_order
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.recovery_case enable row level security;
create policy scope on benefits.recovery_case
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.recovery_entry enable row level security;
create policy scope on benefits.recovery_entry
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));

grant select, insert, update on benefits.cycle, benefits.cycle_month, benefits.cycle_version, benefits.due,
    benefits.decision_span, benefits.pay_file, benefits.pay_order, benefits.return_file, benefits.return_line,
    benefits.recovery_case, benefits.recovery_entry, benefits.opening_total, benefits.money_setting to sangyu_app;
grant select, insert on benefits.cycle_step to sangyu_app;
grant select, insert, update, delete on benefits.line to sangyu_app;
grant select, insert, update (hold, hold_note, hold_by, hold_at) on benefits.cycle_line to sangyu_app;
grant select, insert, delete on benefits.stage_span, benefits.stage_due, benefits.stage_line, benefits.stage_hold,
    benefits.stage_return to sangyu_app;
