-- Failed attempts, so that guessing is slow; how old a password is; the second factor and its recovery codes.
create table access.sign_in_failure (
    id bigint generated always as identity primary key,
    name bytea not null,
    address text not null,
    at timestamptz not null
);
comment on table access.sign_in_failure is '未成的登录，只为限制猜口令；过期即删';
comment on column access.sign_in_failure.id is '顺序号';
comment on column access.sign_in_failure.name is '所填登录名的散列，未必有这个账号';
comment on column access.sign_in_failure.address is '来自的网络地址';
comment on column access.sign_in_failure.at is '时间';
create index sign_in_failure_name on access.sign_in_failure (name, at);
create index sign_in_failure_at on access.sign_in_failure (at);
alter table access.sign_in_failure enable row level security;
create policy everyone on access.sign_in_failure using (true) with check (true);
grant select, insert, delete on access.sign_in_failure to sangyu_app;

alter table access.account add column secret_since timestamptz not null default now();
alter table access.account add column second_secret bytea;
alter table access.account add column second_step bigint not null default 0;
comment on column access.account.secret_since is '口令自何时起用';
comment on column access.account.second_secret is '两步验证的密钥（加密）；空为未启用';
comment on column access.account.second_step is '用过的最大时间步：同一验证码不能用两次';
grant update (secret_since, second_secret, second_step) on access.account to sangyu_app;

create table access.recovery_code (
    account uuid not null references access.account,
    secret bytea not null,
    primary key (account, secret)
);
comment on table access.recovery_code is '两步验证的备用码，用一次即删';
comment on column access.recovery_code.account is '账号';
comment on column access.recovery_code.secret is '备用码的散列';
alter table access.recovery_code enable row level security;
create policy everyone on access.recovery_code using (true) with check (true);
grant select, insert, delete on access.recovery_code to sangyu_app;
