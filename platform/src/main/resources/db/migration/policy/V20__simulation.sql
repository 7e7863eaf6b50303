-- Simulation (政策测算): what other values would mean over the real registry, month by month, against today.
create table policy.simulation (
    id uuid primary key,
    place text collate "C" not null,
    name text not null,
    origin text not null check (origin in ('REGION', 'UPLOAD', 'DRAFT', 'EDITED')),
    about text not null,
    first_month date not null check (extract(day from first_month) = 1),
    last_month date not null check (extract(day from last_month) = 1),
    shared boolean not null default false,
    job uuid,
    people bigint not null default 0,
    gains bigint not null default 0,
    loses bigint not null default 0,
    policy_hash text not null default '',
    by_account text not null,
    by_name text not null,
    made_at timestamptz not null,
    finished_at timestamptz,
    check (first_month <= last_month)
);
create index simulation_by_place on policy.simulation (place, made_at desc);
comment on table policy.simulation is '政策测算：一份草案对登记簿现有人员逐月测算，与现行标准比较；做成后不改';
comment on column policy.simulation.id is '编号';
comment on column policy.simulation.place is '测算的地区';
comment on column policy.simulation.name is '名称';
comment on column policy.simulation.origin is '草案来自：另一地区的标准、上传、本地草案、页面修改';
comment on column policy.simulation.about is '来自哪个地区或哪个文件';
comment on column policy.simulation.first_month is '首月';
comment on column policy.simulation.last_month is '末月（含）';
comment on column policy.simulation.shared is '同一管辖范围的同事可见';
comment on column policy.simulation.job is '后台任务';
comment on column policy.simulation.people is '测算的人数';
comment on column policy.simulation.gains is '增加的人数';
comment on column policy.simulation.loses is '减少的人数';
comment on column policy.simulation.policy_hash is '现行标准的指纹';
comment on column policy.simulation.by_account is '测算人账号';
comment on column policy.simulation.by_name is '测算人姓名';
comment on column policy.simulation.made_at is '建立时间';
comment on column policy.simulation.finished_at is '完成时间';

create table policy.simulation_file (
    simulation uuid not null references policy.simulation on delete cascade,
    place text collate "C" not null,
    path text not null,
    content text not null,
    primary key (simulation, path)
);
comment on table policy.simulation_file is '草案的内容，与政策文件同样格式';
comment on column policy.simulation_file.simulation is '测算编号';
comment on column policy.simulation_file.place is '测算的地区';
comment on column policy.simulation_file.path is '在政策文件夹中的位置';
comment on column policy.simulation_file.content is '内容（YAML）';

create table policy.simulation_count (
    simulation uuid not null references policy.simulation on delete cascade,
    county text collate "C" not null,
    benefit text not null,
    month date not null,
    band int not null,
    before_heads bigint not null,
    before_fen bigint not null,
    before_open bigint not null,
    after_heads bigint not null,
    after_fen bigint not null,
    after_open bigint not null,
    primary key (simulation, county, benefit, month, band)
);
comment on table policy.simulation_count is '测算结果：按县、待遇、月份、年龄段的应享人数与金额';
comment on column policy.simulation_count.simulation is '测算编号';
comment on column policy.simulation_count.county is '县区';
comment on column policy.simulation_count.benefit is '待遇标识';
comment on column policy.simulation_count.month is '月份';
comment on column policy.simulation_count.band is '年龄段的起始周岁';
comment on column policy.simulation_count.before_heads is '按现行标准应享人数';
comment on column policy.simulation_count.before_fen is '按现行标准金额（分）；按年、一次性的计入当年首个应享月';
comment on column policy.simulation_count.before_open is '按现行标准说不准的人数';
comment on column policy.simulation_count.after_heads is '按草案应享人数';
comment on column policy.simulation_count.after_fen is '按草案金额（分）';
comment on column policy.simulation_count.after_open is '按草案说不准的人数';

create table policy.simulation_county (
    simulation uuid not null references policy.simulation on delete cascade,
    county text collate "C" not null,
    people bigint not null,
    gains bigint not null,
    loses bigint not null,
    primary key (simulation, county)
);
comment on table policy.simulation_county is '测算结果：每县测算的人数与得失人数';
comment on column policy.simulation_county.simulation is '测算编号';
comment on column policy.simulation_county.county is '县区';
comment on column policy.simulation_county.people is '测算的人数';
comment on column policy.simulation_county.gains is '各项合计增加的人数';
comment on column policy.simulation_county.loses is '各项合计减少的人数';

create table policy.simulation_person (
    simulation uuid not null references policy.simulation on delete cascade,
    elder uuid not null,
    benefit text not null,
    place text collate "C" not null,
    from_month date not null,
    before_fen bigint not null,
    after_fen bigint not null,
    primary key (simulation, elder, benefit)
);
create index simulation_person_by_gain on policy.simulation_person (simulation, (after_fen - before_fen), elder);
comment on table policy.simulation_person is '测算结果：金额有变化的人';
comment on column policy.simulation_person.simulation is '测算编号';
comment on column policy.simulation_person.elder is '老年人编号';
comment on column policy.simulation_person.benefit is '待遇标识';
comment on column policy.simulation_person.place is '所在村、社区';
comment on column policy.simulation_person.from_month is '自此月起不同';
comment on column policy.simulation_person.before_fen is '期间合计，按现行标准（分）';
comment on column policy.simulation_person.after_fen is '期间合计，按草案（分）';

create unlogged table policy.stage_simulation_person (
    simulation uuid not null,
    county text collate "C" not null,
    elder uuid not null,
    benefit text not null,
    place text collate "C" not null,
    from_month date not null,
    before_fen bigint not null,
    after_fen bigint not null
);
create index stage_simulation_by_run on policy.stage_simulation_person (simulation, county);
comment on table policy.stage_simulation_person is '暂存：测算中金额有变化的人';
comment on column policy.stage_simulation_person.simulation is '测算编号';
comment on column policy.stage_simulation_person.county is '县区';
comment on column policy.stage_simulation_person.elder is '老年人编号';
comment on column policy.stage_simulation_person.benefit is '待遇标识';
comment on column policy.stage_simulation_person.place is '所在村、社区';
comment on column policy.stage_simulation_person.from_month is '自此月起不同';
comment on column policy.stage_simulation_person.before_fen is '期间合计，按现行标准（分）';
comment on column policy.stage_simulation_person.after_fen is '期间合计，按草案（分）';

alter table policy.simulation enable row level security;
create policy scope on policy.simulation
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
alter table policy.simulation_file enable row level security;
create policy scope on policy.simulation_file
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
alter table policy.simulation_count enable row level security;
create policy scope on policy.simulation_count
    using (county >= current_setting('app.lo', true) and county < current_setting('app.hi', true))
    with check (county >= current_setting('app.lo', true) and county < current_setting('app.hi', true));
alter table policy.simulation_county enable row level security;
create policy scope on policy.simulation_county
    using (county >= current_setting('app.lo', true) and county < current_setting('app.hi', true))
    with check (county >= current_setting('app.lo', true) and county < current_setting('app.hi', true));
alter table policy.simulation_person enable row level security;
create policy scope on policy.simulation_person
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));

grant select, insert, update, delete on policy.simulation to sangyu_app;
grant select, insert, delete on policy.simulation_file, policy.simulation_count, policy.simulation_county,
    policy.simulation_person, policy.stage_simulation_person to sangyu_app;
