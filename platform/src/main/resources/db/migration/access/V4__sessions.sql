-- Who is signed in now: so that a restart signs nobody out and several processes serve one installation. Column names are
-- those of the library that keeps them. Never part of a back-up.
create table access.session (
    primary_id text primary key,
    session_id text not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name text
);
comment on table access.session is '登录中的会话；过期即删，不进备份';
comment on column access.session.primary_id is '会话的内部编号';
comment on column access.session.session_id is '浏览器所持的编号';
comment on column access.session.creation_time is '建立时间（毫秒）';
comment on column access.session.last_access_time is '最近一次请求（毫秒）';
comment on column access.session.max_inactive_interval is '多久不用即过期（秒）';
comment on column access.session.expiry_time is '过期时间（毫秒）';
comment on column access.session.principal_name is '登录名；未登录为空';
create index session_expiry on access.session (expiry_time);
create index session_principal on access.session (principal_name);
alter table access.session enable row level security;
create policy everyone on access.session using (true) with check (true);
grant select, insert, update, delete on access.session to sangyu_app;

create table access.session_attributes (
    session_primary_id text not null references access.session on delete cascade,
    attribute_name text not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
comment on table access.session_attributes is '会话里记着的：谁、哪个岗位、防伪令牌、下一页的提示';
comment on column access.session_attributes.session_primary_id is '会话的内部编号';
comment on column access.session_attributes.attribute_name is '名称';
comment on column access.session_attributes.attribute_bytes is '内容（序列化）';
alter table access.session_attributes enable row level security;
create policy everyone on access.session_attributes using (true) with check (true);
grant select, insert, update, delete on access.session_attributes to sangyu_app;
