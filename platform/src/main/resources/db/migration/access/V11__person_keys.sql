-- What a line of the ledger says of an elder is encrypted under the elder's own key: destroying the key erases it
-- everywhere, also in exports already made, and no line changes.
create table access.person_key (
    person uuid primary key,
    key_enc bytea,
    suite text not null check (suite in ('AES', 'SM')),
    made timestamptz not null,
    destroyed timestamptz,
    check ((key_enc is null) = (destroyed is not null))
);
comment on table access.person_key is '每位老年人自己的数据密钥，操作留痕中的受保护内容用它加密；销毁后谁也读不出';
comment on column access.person_key.person is '老年人编号';
comment on column access.person_key.key_enc is '数据密钥密文（由字段密钥加密）；销毁后为空';
comment on column access.person_key.suite is '算法：AES 为 AES-256-GCM，SM 为 SM4-GCM';
comment on column access.person_key.made is '何时生成';
comment on column access.person_key.destroyed is '何时销毁；空为未销毁';
alter table access.person_key enable row level security;
-- A wrapped key names nobody and opens nothing by itself; what it opens is a line, and lines are seen in the scope.
create policy everyone on access.person_key using (true) with check (true);
grant select, insert on access.person_key to sangyu_app;

-- The application may make keys and never change one; this is the only way to an end, and there is no way back.
create function access.destroy_person_keys(people uuid[], at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    gone bigint;
begin
    insert into access.person_key (person, key_enc, suite, made, destroyed)
        select distinct one.person, null::bytea, 'AES', at, at from unnest(people) as one (person)
        on conflict (person) do update set key_enc = null, destroyed = excluded.destroyed
            where person_key.destroyed is null;
    get diagnostics gone = row_count;
    return gone;
end
$$;
comment on function access.destroy_person_keys is '销毁这些老年人的数据密钥，不可恢复；没有密钥的此后也不再生成';
revoke all on function access.destroy_person_keys from public;
grant execute on function access.destroy_person_keys to sangyu_app;

-- Up to which seal lines were erased under a rule of the installation: an export says so, else they would be missing.
create table access.ledger_erased (
    one boolean primary key default true check (one),
    seal bigint not null,
    at timestamptz not null
);
comment on table access.ledger_erased is '操作留痕按保存期限清除到哪一批；只有一行，没有即从未清除';
comment on column access.ledger_erased.one is '恒为真，保证只有一行';
comment on column access.ledger_erased.seal is '此批及以前各批的记录可能已清除，封存与散列仍在';
comment on column access.ledger_erased.at is '最近一次清除的时间';
alter table access.ledger_erased enable row level security;
create policy everyone on access.ledger_erased using (true) with check (true);
grant select on access.ledger_erased to sangyu_app;

-- Erases sealed lines of seals made before an instant, the oldest first; their seals and leaves stay. Only of whole seals,
-- so that an export can name the seal up to which lines may be gone. Whatever the application asks for, the last six months
-- stay: 网络安全法 art. 21(3).
create function access.erase_lines(before timestamptz, most int) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    newest bigint;
    gone bigint;
begin
    if before > now() - interval '6 months' then
        raise exception 'lines of the last six months stay';
    end if;
    select max(s.number) into newest from access.audit_seal s where s.at < before;
    if newest is null then
        return 0;
    end if;
    delete from access.audit_line l using (
        select f.line from access.audit_leaf f join access.audit_line o on o.id = f.line
        where f.seal <= newest order by f.seal, f.position limit most) due
        where l.id = due.line;
    get diagnostics gone = row_count;
    if gone > 0 then
        insert into access.ledger_erased (seal, at) values (newest, now())
            on conflict (one) do update set seal = greatest(ledger_erased.seal, excluded.seal), at = excluded.at;
    end if;
    return gone;
end
$$;
comment on function access.erase_lines is '清除某时刻以前封存的留痕内容，返回条数；封存与散列不动';
revoke all on function access.erase_lines from public;
grant execute on function access.erase_lines to sangyu_app;

-- The names behind the personal accounts of forgotten elders, and of those they trusted; the accounts open nothing any more.
create function access.forget_accounts(people uuid[], today date) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
begin
    update access.account a set person = '＊', disabled = true
        where exists (select 1 from access.desk_grant g where g.account = a.id and g.elder = any(people))
        and not exists (select 1 from access.desk_grant g where g.account = a.id
            and (g.elder is null or g.elder <> all(people)));
    update access.desk_grant g set to_day = greatest(g.from_day, today)
        where g.elder = any(people) and (g.to_day is null or g.to_day > today);
end
$$;
comment on function access.forget_accounts is '清除这些老年人及其受托人的登录账号上的姓名，并停用';
revoke all on function access.forget_accounts from public;
grant execute on function access.forget_accounts to sangyu_app;
