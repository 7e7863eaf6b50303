-- Vendors whose programs may ask. They hold no people, and are read before any scope is known.
create schema exchange;
grant usage on schema exchange to sangyu_app;

create table exchange.vendor (
    id uuid primary key,
    name text not null check (length(name) between 1 and 60),
    region text collate "C" not null check (region ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})?$'),
    secret bytea not null unique,
    from_day date not null,
    to_day date,
    revoked_at timestamptz,
    last_used timestamptz,
    created timestamptz not null,
    created_by text not null,
    check (to_day > from_day)
);
comment on table exchange.vendor is '接入方：可以用令牌向本机询问政策核定的外部系统；不含人员资料';
comment on column exchange.vendor.id is '接入方编号';
comment on column exchange.vendor.name is '名称，用于辨认';
comment on column exchange.vendor.region is '可以问的地区：行政区划代码，含其下；空为全部';
comment on column exchange.vendor.secret is '令牌的 SHA-256；令牌本身不保存，只显示一次';
comment on column exchange.vendor.from_day is '起始日（含）';
comment on column exchange.vendor.to_day is '终止日（不含）；空为不限';
comment on column exchange.vendor.revoked_at is '收回时间；空为未收回';
comment on column exchange.vendor.last_used is '最近一次使用，至多每分钟记一次';
comment on column exchange.vendor.created is '建立时间';
comment on column exchange.vendor.created_by is '谁建立的（使用人姓名）';
grant select, insert, update (revoked_at, last_used) on exchange.vendor to sangyu_app;
