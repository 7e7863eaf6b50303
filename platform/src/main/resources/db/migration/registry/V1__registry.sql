-- Elders: what is said about whom, from when to when, and since when we know it; and the projection of now.
-- A correction closes the recorded span and opens a new one; the grants below allow nothing else to be updated.
create schema registry;
grant usage on schema registry to sangyu_app;

create table registry.source (
    code text primary key,
    rank int not null
);
comment on table registry.source is '来源及其先后：几个来源说法不一时，序号小者为准，其余保留并显示';
comment on column registry.source.code is '来源代码';
comment on column registry.source.rank is '先后，小者为准；未列出的来源按 1000';
insert into registry.source (code, rank) values
    ('PUBLIC_SECURITY', 100), ('FUNERAL', 150), ('HEALTH', 200), ('SOCIAL_INSURANCE', 250),
    ('DISABLED_FEDERATION', 300), ('ASSESSMENT', 300), ('CIVIL_AFFAIRS', 350), ('DESK', 400),
    ('VILLAGE', 500), ('ROSTER', 600), ('OPENING_BOOKS', 650), ('DEMONSTRATION', 900);
grant select, update on registry.source to sangyu_app;

create table registry.served_place (
    place text collate "C" primary key
);
comment on table registry.served_place is '本机登记老年人的县区（凡有老年人档案的县区都在其中）；户籍在其中的归户籍地，否则归常住地';
comment on column registry.served_place.place is '县区路径';
grant select, insert on registry.served_place to sangyu_app;

create table registry.elder (
    id uuid primary key,
    place text collate "C" not null,
    county text collate "C" not null generated always as (left(place, 7)) stored,
    registered text collate "C",
    resides text collate "C",
    name text collate "C" not null,
    name_key text collate "C" not null,
    pinyin text collate "C" not null,
    initials text collate "C" not null,
    born date,
    born_sort date not null generated always as (coalesce(born, date 'infinity')) stored,
    sex text,
    died date,
    id_enc bytea,
    id_idx bytea,
    id_key int,
    id4_idx bytea,
    phone_enc bytea,
    phone_idx bytea,
    phone4_idx bytea,
    address_enc bytea,
    tags text[] not null default '{}',
    version bigint not null default 1,
    updated timestamptz not null
);

comment on table registry.elder is '老年人现状：由各事实表推算，可随时重建';
comment on column registry.elder.id is '老年人编号，全局唯一，永不重用';
comment on column registry.elder.place is '归属地路径：户籍地；户籍不在本机或不详的为常住地';
comment on column registry.elder.county is '归属县区路径，供检索';
comment on column registry.elder.registered is '户籍地路径';
comment on column registry.elder.resides is '常住地路径';
comment on column registry.elder.name is '姓名';
comment on column registry.elder.name_key is '名（去姓），单独检索用';
comment on column registry.elder.pinyin is '姓名全拼，姓氏读音优先';
comment on column registry.elder.initials is '姓名拼音首字母';
comment on column registry.elder.born is '出生日期';
comment on column registry.elder.born_sort is '出生日期，不详排在最后，供按年龄筛选和排序';
comment on column registry.elder.sex is '性别';
comment on column registry.elder.died is '死亡日期；在世或不详为空';
comment on column registry.elder.id_enc is '身份证号密文';
comment on column registry.elder.id_idx is '身份证号盲索引';
comment on column registry.elder.id_key is '盲索引密钥版本';
comment on column registry.elder.id4_idx is '身份证号后四位盲索引，限本县区';
comment on column registry.elder.phone_enc is '本人电话密文';
comment on column registry.elder.phone_idx is '本人电话盲索引';
comment on column registry.elder.phone4_idx is '本人电话后四位盲索引，限本县区';
comment on column registry.elder.address_enc is '详细地址密文';
comment on column registry.elder.tags is '现有人员类别，按代码排序';
comment on column registry.elder.version is '版本，每次变动加一';
comment on column registry.elder.updated is '最近变动时间';

-- A person is found by id, or inside a scope. Keys for search lead with the county, so that a prefix is one range in
-- each county and the first fifty rows come in index order; the place behind them narrows without touching the table.
create unique index elder_living_id on registry.elder (id_idx) where died is null;
create index elder_dead_id on registry.elder (id_idx) where died is not null;
create index elder_place on registry.elder (place, name, id);
create index elder_name on registry.elder (county, name, place);
create index elder_name_key on registry.elder (county, name_key, place);
create index elder_pinyin on registry.elder (county, pinyin, place);
create index elder_initials on registry.elder (county, initials, place);
create index elder_born on registry.elder (county, born_sort, place);
create index elder_died on registry.elder (place, died) where died is not null;
create index elder_id4 on registry.elder (id4_idx);
create index elder_phone on registry.elder (phone_idx);
create index elder_phone4 on registry.elder (phone4_idx);
-- Whom something was learned about since an instant; names ranges of pages only, so that an update stays cheap.
create index elder_updated on registry.elder using brin (updated) with (pages_per_range = 16, autosummarize = on);

alter table registry.elder enable row level security;
create policy scope on registry.elder
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or id = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or id = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update on registry.elder to sangyu_app;

create table registry.identity_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    name text not null,
    born date,
    sex text check (sex in ('F','M')),
    id_enc bytea,
    id_idx bytea,
    id_key int,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to),
    check (born is null or born > date '1850-01-01')
);
comment on table registry.identity_fact is '身份：姓名、出生日期、性别、身份证号';
comment on column registry.identity_fact.name is '姓名';
comment on column registry.identity_fact.born is '出生日期；不详为空';
comment on column registry.identity_fact.sex is '性别：F 女 M 男；不详为空';
comment on column registry.identity_fact.id_enc is '身份证号密文';
comment on column registry.identity_fact.id_idx is '身份证号盲索引（15 位先转 18 位）';
comment on column registry.identity_fact.id_key is '盲索引密钥版本';
comment on column registry.identity_fact.id is '事实编号，全局唯一';
comment on column registry.identity_fact.elder is '老年人编号';
comment on column registry.identity_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.identity_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.identity_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.identity_fact.recorded_from is '何时录入';
comment on column registry.identity_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.identity_fact.recorded_by is '录入账号';
comment on column registry.identity_fact.source is '来源代码，见 registry.source';
comment on column registry.identity_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.identity_fact.batch is '批量导入的作业编号';
create unique index identity_fact_current on registry.identity_fact (elder, source, valid_from) where recorded_to = 'infinity';
create index identity_fact_place on registry.identity_fact (place, elder);
alter table registry.identity_fact enable row level security;
create policy scope on registry.identity_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.identity_fact to sangyu_app;

create table registry.residence_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    kind text not null check (kind in ('REGISTERED','USUAL')),
    at text collate "C" not null,
    address_enc bytea,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.residence_fact is '居住：户籍地与常住地';
comment on column registry.residence_fact.kind is 'REGISTERED 户籍 USUAL 常住';
comment on column registry.residence_fact.at is '居住地路径，可在本机管辖之外';
comment on column registry.residence_fact.address_enc is '详细地址密文';
comment on column registry.residence_fact.id is '事实编号，全局唯一';
comment on column registry.residence_fact.elder is '老年人编号';
comment on column registry.residence_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.residence_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.residence_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.residence_fact.recorded_from is '何时录入';
comment on column registry.residence_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.residence_fact.recorded_by is '录入账号';
comment on column registry.residence_fact.source is '来源代码，见 registry.source';
comment on column registry.residence_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.residence_fact.batch is '批量导入的作业编号';
create unique index residence_fact_current on registry.residence_fact (elder, kind, source, valid_from) where recorded_to = 'infinity';
create index residence_fact_place on registry.residence_fact (place, elder);
alter table registry.residence_fact enable row level security;
create policy scope on registry.residence_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place, at) on registry.residence_fact to sangyu_app;

create table registry.household_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    arrangement text not null check (arrangement in ('ALONE','SPOUSE','CHILDREN','GRANDCHILDREN','OTHERS','INSTITUTION')),
    remark text,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.household_fact is '家庭：居住方式';
comment on column registry.household_fact.arrangement is '居住方式：独自、与配偶、与子女、与孙辈、与他人、在机构';
comment on column registry.household_fact.remark is '说明';
comment on column registry.household_fact.id is '事实编号，全局唯一';
comment on column registry.household_fact.elder is '老年人编号';
comment on column registry.household_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.household_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.household_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.household_fact.recorded_from is '何时录入';
comment on column registry.household_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.household_fact.recorded_by is '录入账号';
comment on column registry.household_fact.source is '来源代码，见 registry.source';
comment on column registry.household_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.household_fact.batch is '批量导入的作业编号';
create unique index household_fact_current on registry.household_fact (elder, source, valid_from) where recorded_to = 'infinity';
create index household_fact_place on registry.household_fact (place, elder);
alter table registry.household_fact enable row level security;
create policy scope on registry.household_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.household_fact to sangyu_app;

create table registry.contact_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    kind text not null check (kind in ('SELF','EMERGENCY','GUARDIAN')),
    person text,
    relation text,
    phone_enc bytea not null,
    phone_idx bytea not null,
    phone_key int not null,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.contact_fact is '联系方式：本人电话与联系人';
comment on column registry.contact_fact.kind is 'SELF 本人 EMERGENCY 紧急联系人 GUARDIAN 监护人';
comment on column registry.contact_fact.person is '联系人姓名；本人为空';
comment on column registry.contact_fact.relation is '与老年人关系；本人为空';
comment on column registry.contact_fact.phone_enc is '电话密文';
comment on column registry.contact_fact.phone_idx is '电话盲索引';
comment on column registry.contact_fact.phone_key is '盲索引密钥版本';
comment on column registry.contact_fact.id is '事实编号，全局唯一';
comment on column registry.contact_fact.elder is '老年人编号';
comment on column registry.contact_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.contact_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.contact_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.contact_fact.recorded_from is '何时录入';
comment on column registry.contact_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.contact_fact.recorded_by is '录入账号';
comment on column registry.contact_fact.source is '来源代码，见 registry.source';
comment on column registry.contact_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.contact_fact.batch is '批量导入的作业编号';
create unique index contact_fact_current on registry.contact_fact (elder, kind, phone_idx, source, valid_from) where recorded_to = 'infinity';
create index contact_fact_place on registry.contact_fact (place, elder);
alter table registry.contact_fact enable row level security;
create policy scope on registry.contact_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.contact_fact to sangyu_app;

create table registry.tag_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    tag text not null,
    attributes jsonb not null default '{}',
    reviewer text,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.tag_fact is '人员类别标签';
comment on column registry.tag_fact.tag is '类别代码';
comment on column registry.tag_fact.attributes is '类别的属性，如残疾等级、特困供养方式';
comment on column registry.tag_fact.reviewer is '审核人';
comment on column registry.tag_fact.id is '事实编号，全局唯一';
comment on column registry.tag_fact.elder is '老年人编号';
comment on column registry.tag_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.tag_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.tag_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.tag_fact.recorded_from is '何时录入';
comment on column registry.tag_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.tag_fact.recorded_by is '录入账号';
comment on column registry.tag_fact.source is '来源代码，见 registry.source';
comment on column registry.tag_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.tag_fact.batch is '批量导入的作业编号';
create unique index tag_fact_current on registry.tag_fact (elder, tag, source, valid_from) where recorded_to = 'infinity';
create index tag_fact_place on registry.tag_fact (place, elder);
create index tag_fact_tag on registry.tag_fact (tag, place, elder) where recorded_to = 'infinity';
alter table registry.tag_fact enable row level security;
create policy scope on registry.tag_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.tag_fact to sangyu_app;

create table registry.ability_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    level smallint not null check (level between 0 and 4),
    instrument text not null default 'GBT_42195_2022',
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (isfinite(valid_from)),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.ability_fact is '能力评估结果';
comment on column registry.ability_fact.level is '能力等级 0 完好至 4 完全失能';
comment on column registry.ability_fact.instrument is '评估标准';
comment on column registry.ability_fact.id is '事实编号，全局唯一';
comment on column registry.ability_fact.elder is '老年人编号';
comment on column registry.ability_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.ability_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.ability_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.ability_fact.recorded_from is '何时录入';
comment on column registry.ability_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.ability_fact.recorded_by is '录入账号';
comment on column registry.ability_fact.source is '来源代码，见 registry.source';
comment on column registry.ability_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.ability_fact.batch is '批量导入的作业编号';
create unique index ability_fact_current on registry.ability_fact (elder, instrument, source, valid_from) where recorded_to = 'infinity';
create index ability_fact_place on registry.ability_fact (place, elder);
alter table registry.ability_fact enable row level security;
create policy scope on registry.ability_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.ability_fact to sangyu_app;

create table registry.ltci_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    grade smallint not null check (grade between 0 and 5),
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (isfinite(valid_from)),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.ltci_fact is '长期护理保险评估等级';
comment on column registry.ltci_fact.grade is '失能等级';
comment on column registry.ltci_fact.id is '事实编号，全局唯一';
comment on column registry.ltci_fact.elder is '老年人编号';
comment on column registry.ltci_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.ltci_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.ltci_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.ltci_fact.recorded_from is '何时录入';
comment on column registry.ltci_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.ltci_fact.recorded_by is '录入账号';
comment on column registry.ltci_fact.source is '来源代码，见 registry.source';
comment on column registry.ltci_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.ltci_fact.batch is '批量导入的作业编号';
create unique index ltci_fact_current on registry.ltci_fact (elder, source, valid_from) where recorded_to = 'infinity';
create index ltci_fact_place on registry.ltci_fact (place, elder);
alter table registry.ltci_fact enable row level security;
create policy scope on registry.ltci_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.ltci_fact to sangyu_app;

create table registry.institution_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    institution text,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.institution_fact is '入住养老机构';
comment on column registry.institution_fact.institution is '机构名称';
comment on column registry.institution_fact.id is '事实编号，全局唯一';
comment on column registry.institution_fact.elder is '老年人编号';
comment on column registry.institution_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.institution_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.institution_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.institution_fact.recorded_from is '何时录入';
comment on column registry.institution_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.institution_fact.recorded_by is '录入账号';
comment on column registry.institution_fact.source is '来源代码，见 registry.source';
comment on column registry.institution_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.institution_fact.batch is '批量导入的作业编号';
create unique index institution_fact_current on registry.institution_fact (elder, source, valid_from) where recorded_to = 'infinity';
create index institution_fact_place on registry.institution_fact (place, elder);
alter table registry.institution_fact enable row level security;
create policy scope on registry.institution_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.institution_fact to sangyu_app;

create table registry.account_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    holder text not null,
    bank text not null,
    account_enc bytea not null,
    account_idx bytea not null,
    account_key int not null,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.account_fact is '本人收款账户';
comment on column registry.account_fact.holder is '户名';
comment on column registry.account_fact.bank is '开户行';
comment on column registry.account_fact.account_enc is '账号密文';
comment on column registry.account_fact.account_idx is '账号盲索引';
comment on column registry.account_fact.account_key is '盲索引密钥版本';
comment on column registry.account_fact.id is '事实编号，全局唯一';
comment on column registry.account_fact.elder is '老年人编号';
comment on column registry.account_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.account_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.account_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.account_fact.recorded_from is '何时录入';
comment on column registry.account_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.account_fact.recorded_by is '录入账号';
comment on column registry.account_fact.source is '来源代码，见 registry.source';
comment on column registry.account_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.account_fact.batch is '批量导入的作业编号';
create unique index account_fact_current on registry.account_fact (elder, source, valid_from) where recorded_to = 'infinity';
create index account_fact_place on registry.account_fact (place, elder);
alter table registry.account_fact enable row level security;
create policy scope on registry.account_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.account_fact to sangyu_app;

create table registry.life_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    kind text not null check (kind in ('DIED','MOVED_OUT','NOT_FOUND')),
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (isfinite(valid_from)),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.life_fact is '生存状况：死亡、迁出、查无此人；valid_from 为发生日';
comment on column registry.life_fact.kind is 'DIED 死亡 MOVED_OUT 迁出 NOT_FOUND 查无';
comment on column registry.life_fact.id is '事实编号，全局唯一';
comment on column registry.life_fact.elder is '老年人编号';
comment on column registry.life_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.life_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.life_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.life_fact.recorded_from is '何时录入';
comment on column registry.life_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.life_fact.recorded_by is '录入账号';
comment on column registry.life_fact.source is '来源代码，见 registry.source';
comment on column registry.life_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.life_fact.batch is '批量导入的作业编号';
create unique index life_fact_current on registry.life_fact (elder, kind, source, valid_from) where recorded_to = 'infinity';
create index life_fact_place on registry.life_fact (place, elder);
alter table registry.life_fact enable row level security;
create policy scope on registry.life_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.life_fact to sangyu_app;

create table registry.receipt_fact (
    id uuid not null,
    elder uuid not null,
    place text collate "C" not null,
    benefit text not null,
    amount_fen bigint check (amount_fen >= 0),
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    recorded_by text not null,
    source text not null,
    evidence text,
    batch uuid,
    primary key (elder, id),
    check (valid_from < valid_to),
    check (recorded_from <= recorded_to)
);
comment on table registry.receipt_fact is '正在领取的其他待遇';
comment on column registry.receipt_fact.benefit is '待遇代码';
comment on column registry.receipt_fact.amount_fen is '金额（分）；不详为空';
comment on column registry.receipt_fact.id is '事实编号，全局唯一';
comment on column registry.receipt_fact.elder is '老年人编号';
comment on column registry.receipt_fact.place is '老年人现归属地路径，行级权限依此判断';
comment on column registry.receipt_fact.valid_from is '自何日起属实（含）；不详为 -infinity';
comment on column registry.receipt_fact.valid_to is '至何日止（不含）；持续为 infinity';
comment on column registry.receipt_fact.recorded_from is '何时录入';
comment on column registry.receipt_fact.recorded_to is '何时被更正；现行为 infinity';
comment on column registry.receipt_fact.recorded_by is '录入账号';
comment on column registry.receipt_fact.source is '来源代码，见 registry.source';
comment on column registry.receipt_fact.evidence is '凭据：文件散列或文字说明';
comment on column registry.receipt_fact.batch is '批量导入的作业编号';
create unique index receipt_fact_current on registry.receipt_fact (elder, benefit, source, valid_from) where recorded_to = 'infinity';
create index receipt_fact_place on registry.receipt_fact (place, elder);
alter table registry.receipt_fact enable row level security;
create policy scope on registry.receipt_fact
    using (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    )
    with check (
        (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
        or elder = any(nullif(current_setting('app.people', true), '')::uuid[])
    );
grant select, insert, update (recorded_to, place) on registry.receipt_fact to sangyu_app;

-- A move into another county takes the person's rows out of the mover's scope, which row security would refuse. Only
-- people whom the caller can see are moved, and only to a county that this installation serves.
create function registry.relocate(people uuid[], places text[], id4s bytea[], phone4s bytea[]) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    moved uuid[];
    target text[];
    id4 bytea[];
    phone4 bytea[];
begin
    select array_agg(p.elder), array_agg(p.place), array_agg(p.id4), array_agg(p.phone4)
        into moved, target, id4, phone4
        from unnest(people, places, id4s, phone4s) as p (elder, place, id4, phone4)
        join registry.elder e on e.id = p.elder
        where ((e.place >= current_setting('app.lo', true) and e.place < current_setting('app.hi', true))
            or e.id = any(nullif(current_setting('app.people', true), '')::uuid[]))
        and left(p.place, 7) in (select s.place from registry.served_place s);
    update registry.elder f set place = r.place, id4_idx = r.id4, phone4_idx = r.phone4
        from unnest(moved, target, id4, phone4) as r (elder, place, id4, phone4) where f.id = r.elder;

    update registry.identity_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.residence_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.household_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.contact_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.tag_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.ability_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.ltci_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.institution_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.account_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.life_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    update registry.receipt_fact f set place = r.place
        from unnest(moved, target) as r (elder, place) where f.elder = r.elder and f.place <> r.place;
    return coalesce(cardinality(moved), 0);
end
$$;
comment on function registry.relocate is '把看得见的老年人整体转到新的归属地（县区间迁移），返回人数';
revoke all on function registry.relocate from public;
grant execute on function registry.relocate to sangyu_app;

-- Whether a living person anywhere in the installation has an ID number; says nothing else about whom.
create function registry.taken(numbers bytea[]) returns setof bytea
    language sql
    stable
    security definer
    set search_path = pg_catalog
as $$
    select e.id_idx from registry.elder e where e.id_idx = any(numbers) and e.died is null
$$;
comment on function registry.taken is '这些身份证号盲索引中，哪些已属于本机登记的在世老年人';
revoke all on function registry.taken from public;
grant execute on function registry.taken to sangyu_app;
