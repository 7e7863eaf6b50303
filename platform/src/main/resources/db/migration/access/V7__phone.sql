-- Elders, and those they trust, sign in by telephone: their desks name one person. Codes sent are counted, so that nobody
-- is flooded with messages.
alter table access.desk_grant drop constraint desk_grant_role_check;
alter table access.desk_grant add constraint desk_grant_role_check check (role in ('VILLAGE', 'TOWNSHIP',
    'COUNTY_CLERK', 'COUNTY_REVIEWER', 'COUNTY_CHIEF', 'COUNTY_FINANCE', 'CITY', 'ADMINISTRATOR', 'SECURITY', 'AUDITOR',
    'ELDER', 'RELATIVE'));
alter table access.desk_grant drop constraint desk_grant_check1;
alter table access.desk_grant add constraint desk_grant_person
    check ((role in ('ELDER', 'RELATIVE')) = (elder is not null));

create table access.code_sent (
    id bigint generated always as identity primary key,
    phone bytea not null,
    address text not null,
    known boolean not null,
    at timestamptz not null
);
comment on table access.code_sent is '发出的短信验证码，只为限制次数；过期即删，不含验证码';
comment on column access.code_sent.id is '顺序号';
comment on column access.code_sent.phone is '手机号的盲索引';
comment on column access.code_sent.address is '来自的网络地址';
comment on column access.code_sent.known is '请求来自用这个手机号登录过的浏览器';
comment on column access.code_sent.at is '时间';
create index code_sent_phone on access.code_sent (phone, at);
create index code_sent_at on access.code_sent (at);
alter table access.code_sent enable row level security;
create policy everyone on access.code_sent using (true) with check (true);
grant select, insert, delete on access.code_sent to sangyu_app;
