-- Lines say from where they came, and are sealed in batches chained to one another. Nobody can change a line, a leaf or a
-- seal: the application's role may only add.
alter table access.audit_line add column address text not null default '';
alter table access.audit_line add column tx xid8 not null default pg_current_xact_id();
comment on column access.audit_line.address is '请求来自的网络地址；后台作业为空文';
comment on column access.audit_line.tx is '写入它的事务，用来找出尚未封存的记录';
create index audit_line_tx on access.audit_line (tx);
create index audit_line_account on access.audit_line (account, id);
create index audit_line_at on access.audit_line (at, id);

create table access.audit_seal (
    number bigint primary key,
    day date not null,
    at timestamptz not null,
    leaves int not null check (leaves > 0),
    algorithm text not null,
    root bytea not null,
    chain bytea not null,
    settled xid8 not null
);
comment on table access.audit_seal is '留痕的封存：一批记录的散列树根，与前一批相链';
comment on column access.audit_seal.number is '批号，自一起，不断号';
comment on column access.audit_seal.day is '封存日（北京时间）';
comment on column access.audit_seal.at is '封存时间';
comment on column access.audit_seal.leaves is '记录条数';
comment on column access.audit_seal.algorithm is '散列算法';
comment on column access.audit_seal.root is '散列树的根';
comment on column access.audit_seal.chain is '与前一批相链的散列';
comment on column access.audit_seal.settled is '此前的事务都已了结，其记录都已封存';
create index audit_seal_day on access.audit_seal (day, number);
alter table access.audit_seal enable row level security;
create policy everyone on access.audit_seal using (true) with check (true);
grant select, insert on access.audit_seal to sangyu_app;

create table access.audit_leaf (
    seal bigint not null,
    position int not null,
    line bigint not null unique,
    county text collate "C" not null,
    content bytea not null,
    primary key (seal, position)
);
comment on table access.audit_leaf is '封存的一条：编号、县区和内容的散列，不含内容';
comment on column access.audit_leaf.seal is '批号';
comment on column access.audit_leaf.position is '批内次序，自一起';
comment on column access.audit_leaf.line is '记录编号';
comment on column access.audit_leaf.county is '记录所在的县区（路径）；空文为全机';
comment on column access.audit_leaf.content is '记录内容的散列';
alter table access.audit_leaf enable row level security;
create policy everyone on access.audit_leaf using (true) with check (true);
grant select, insert on access.audit_leaf to sangyu_app;

alter table access.desk_grant drop constraint desk_grant_role_check;
alter table access.desk_grant add constraint desk_grant_role_check check (role in ('VILLAGE', 'TOWNSHIP',
    'COUNTY_CLERK', 'COUNTY_REVIEWER', 'COUNTY_CHIEF', 'COUNTY_FINANCE', 'CITY', 'ADMINISTRATOR', 'SECURITY', 'AUDITOR',
    'ELDER'));
