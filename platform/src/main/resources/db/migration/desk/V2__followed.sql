-- What somebody follows: marks of an account, no facts. What they are about is read in the scope of the desk.
create table desk.followed (
    account text not null,
    kind text not null check (kind in ('ELDER', 'CYCLE')),
    subject uuid not null,
    since timestamptz not null,
    primary key (account, kind, subject)
);
comment on table desk.followed is '我关注的：某个账号想在首页看到动态的人和发放批次';
comment on column desk.followed.account is '账号';
comment on column desk.followed.kind is 'ELDER 老年人 CYCLE 发放批次';
comment on column desk.followed.subject is '老年人编号或批次编号';
comment on column desk.followed.since is '从何时起';
grant select, insert, delete on desk.followed to sangyu_app;
