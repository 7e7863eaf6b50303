-- Somebody lets an administrator look at their pages for some minutes: a code, who looked, for what, until when.
create table access.viewing (
    id uuid primary key,
    account uuid not null references access.account,
    desk uuid not null references access.desk_grant,
    code bytea not null,
    offered timestamptz not null,
    until timestamptz not null check (until > offered),
    tries int not null default 0,
    viewer uuid references access.account,
    reason text not null default '',
    begun timestamptz,
    ended timestamptz,
    constraint viewing_names_its_viewer check ((viewer is null) = (begun is null) and (begun is null) = (reason = '')),
    constraint viewing_is_by_another check (viewer <> account)
);
comment on table access.viewing is '请管理员查看自己的页面：本人给码，管理员凭码只读查看，到时自动结束';
comment on column access.viewing.id is '编号';
comment on column access.viewing.account is '被查看的人';
comment on column access.viewing.desk is '被查看的岗位';
comment on column access.viewing.code is '查看码的带密钥散列';
comment on column access.viewing.offered is '本人何时给出';
comment on column access.viewing.until is '何时自动结束';
comment on column access.viewing.tries is '输错几次';
comment on column access.viewing.viewer is '谁在查看';
comment on column access.viewing.reason is '为什么查看';
comment on column access.viewing.begun is '何时开始查看';
comment on column access.viewing.ended is '何时提前结束';
create index viewing_account on access.viewing (account, offered desc);
alter table access.viewing enable row level security;
create policy everyone on access.viewing using (true) with check (true);
grant select, insert, update (tries, viewer, reason, begun, ended) on access.viewing to sangyu_app;
