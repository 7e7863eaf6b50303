-- Another key of the blind index. Every column of indexes (*_idx, in whatever table) gets a twin that is filled in the
-- background from the stored index alone, a keyed hash of it: nothing is decrypted, and equal values stay equal in all
-- tables. When every twin is full they take the columns' places in one short transaction. Until then everything is written
-- and found under the key before; a value under the key before is refused afterwards, so that a process which does not know
-- yet can find nothing, but never write twice who is there.
create table access.index_key (
    version int primary key check (version between 2 and 127),
    suite text not null,
    master int not null,
    wrapped bytea not null,
    made timestamptz not null,
    in_use timestamptz
);
comment on table access.index_key is '第二版起的盲索引密钥，由密钥文件中的主密钥包裹；第一版在 access.field_key';
comment on column access.index_key.version is '版本，写在每个索引的第一个字节；第一版的索引没有这个字节';
comment on column access.index_key.suite is '算法';
comment on column access.index_key.master is '由第几个主密钥文件包裹';
comment on column access.index_key.wrapped is '包裹后的密钥；前几版的密钥一直要用，索引是逐版叠加算出的';
comment on column access.index_key.made is '何时生成';
comment on column access.index_key.in_use is '何时启用；空为正在准备';
create unique index index_key_coming on access.index_key ((true)) where in_use is null;
grant select, insert, update (master, wrapped) on access.index_key to sangyu_app;

-- Every column of indexes: by name, in the tables of the owner.
create function access.indexed_columns() returns table (tab oid, target text, col text, pages bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select c.oid, format('%I.%I', n.nspname, c.relname), a.attname::text,
        pg_relation_size(c.oid) / current_setting('block_size')::bigint
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and not c.relispartition and a.atttypid = 'bytea'::regtype and right(a.attname, 4) = '_idx'
        and not a.attisdropped and c.relowner = (select relowner from pg_class where oid = 'access.index_key'::regclass)
    order by 2, 3
$$;
revoke execute on function access.indexed_columns() from public;
grant execute on function access.indexed_columns() to sangyu_app;

-- The table of a column of indexes.
create function access.indexed_table(target text, col text) returns regclass
    language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    found oid := (select c.tab from access.indexed_columns() c
        where c.target = indexed_table.target and c.col = indexed_table.col);
begin
    if found is null then
        raise exception 'not a column of indexes: %.%', target, col;
    end if;
    return found::regclass;
end
$$;
revoke execute on function access.indexed_table(text, text) from public;

-- The key that is being prepared.
create function access.index_coming() returns int
    language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    coming int := (select version from access.index_key where in_use is null);
begin
    if coming is null then
        raise exception 'no key of the index is being prepared';
    end if;
    return coming;
end
$$;
revoke execute on function access.index_coming() from public;

-- Empties the twin (named by the trigger) of an index that changes.
create function access.index_changed() returns trigger
    language plpgsql set search_path = pg_catalog as $$
begin
    return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], null));
end
$$;

-- Puts an empty twin beside a column, unless it is there.
create function access.index_begin(target text, col text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    tab regclass := access.indexed_table(target, col);
begin
    perform access.index_coming();
    if exists (select from pg_attribute where attrelid = tab and attname = col || '_next' and not attisdropped) then
        return;
    end if;
    execute format('alter table %s add column %I bytea', tab, col || '_next');
    execute format('create trigger %I before update of %I on %s for each row when (old.%2$I is distinct from new.%2$I)'
        ' execute function access.index_changed(%L)', col || '_changed', col, tab, col || '_next');
end
$$;
revoke execute on function access.index_begin(text, text) from public;
grant execute on function access.index_begin(text, text) to sangyu_app;

-- Indexes whose twin is empty, in some pages of a table.
create function access.index_missing(target text, col text, first_page bigint, next_page bigint)
    returns table (place tid, value bytea)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    return query execute format(
        'select t.ctid, t.%2$I from %1$s t where t.ctid >= %3$L::tid and t.ctid < %4$L::tid and t.%2$I is not null'
            ' and t.%5$I is null',
        access.indexed_table(target, col), col, format('(%s,0)', first_page), format('(%s,0)', next_page), col || '_next');
end
$$;
revoke execute on function access.index_missing(text, text, bigint, bigint) from public;
grant execute on function access.index_missing(text, text, bigint, bigint) to sangyu_app;

-- The few that are left once the walks find nothing, by an index of their own.
create function access.index_left(target text, col text, most int) returns table (place tid, value bytea)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    return query execute format(
        'select t.ctid, t.%2$I from %1$s t where t.%2$I is not null and t.%3$I is null limit $1',
        access.indexed_table(target, col), col, col || '_next') using most;
end
$$;
revoke execute on function access.index_left(text, text, int) from public;
grant execute on function access.index_left(text, text, int) to sangyu_app;

create function access.index_fill(target text, col text, places tid[], were bytea[], become bytea[]) returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    tab regclass := access.indexed_table(target, col);
    coming int := access.index_coming();
    filled bigint;
begin
    if exists (select from unnest(become) as one where get_byte(one, 0) <> coming or length(one) <> 33) then
        raise exception 'not an index of the coming key';
    end if;
    execute format(
        'update %1$s t set %3$I = n.becomes from unnest($1, $2, $3) as n (place, was, becomes)'
            ' where t.ctid = n.place and t.%2$I = n.was', tab, col, col || '_next')
        using places, were, become;
    get diagnostics filled = row_count;
    return filled;
end
$$;
revoke execute on function access.index_fill(text, text, tid[], bytea[], bytea[]) from public;
grant execute on function access.index_fill(text, text, tid[], bytea[], bytea[]) to sangyu_app;

-- Gives the twin every index that its column has, and one that finds what is left.
create function access.index_build(target text, col text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    tab regclass := access.indexed_table(target, col);
    twin text := col || '_next';
    one record;
begin
    perform access.index_coming();
    for one in
        select n.nspname as space, c.relname as name, pg_get_indexdef(i.indexrelid) as def
        from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
        where i.indrelid = tab and pg_get_indexdef(i.indexrelid) ~ ('\m' || col || '\M')
            and right(c.relname, 5) not in ('_next', '_left')
    loop
        if to_regclass(format('%I.%I', one.space, one.name || '_next')) is null then
            execute regexp_replace(
                regexp_replace(one.def, ' INDEX \S+ ON ', format(' INDEX %I ON ', one.name || '_next')),
                '\m' || col || '\M', twin, 'g');
        end if;
    end loop;
    execute format('create index if not exists %I on %s (%I) where %3$I is not null and %4$I is null',
        (select relname from pg_class where oid = tab) || '_' || col || '_left', tab, col, twin);
    execute format('analyze %s (%I)', tab, twin);
end
$$;
revoke execute on function access.index_build(text, text) from public;
grant execute on function access.index_build(text, text) to sangyu_app;

-- Holds every table with indexes until the end of the transaction.
create function access.index_hold() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    one record;
begin
    perform access.index_coming();
    for one in select distinct target from access.indexed_columns() order by 1 loop
        execute format('lock table %s in access exclusive mode', one.target);
    end loop;
end
$$;
revoke execute on function access.index_hold() from public;
grant execute on function access.index_hold() to sangyu_app;

-- One full twin takes its column's place, name, indexes, constraints, rights and comment.
create function access.index_take_over(tab regclass, col text, coming int) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    twin text := col || '_next';
    at smallint := (select attnum from pg_attribute where attrelid = tab and attname = col);
    short text := (select relname from pg_class where oid = tab);
    needed boolean := (select attnotnull from pg_attribute where attrelid = tab and attname = col);
    told text := col_description(tab, at);
    kept text[];
    names text[];
    defs text[];
    one record;
    i int;
begin
    execute format('drop trigger %I on %s', col || '_changed', tab);
    execute format('drop index %I.%I', (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.oid = tab), short || '_' || col || '_left');
    select array_agg(conname), array_agg(replace(pg_get_constraintdef(oid), ' NOT VALID', '')) into names, defs
        from pg_constraint where conrelid = tab and contype = 'c' and at = any(conkey) and right(conname, 8) <> '_current';
    select array_agg(format('grant %s (%I) on %s to %I', acl.privilege_type, col, tab, acl.grantee::regrole)) into kept
        from pg_attribute a, aclexplode(a.attacl) acl where a.attrelid = tab and a.attnum = at;
    for i in 1 .. coalesce(cardinality(names), 0) loop
        execute format('alter table %s drop constraint %I', tab, names[i]);
    end loop;
    execute format('alter table %s drop column %I', tab, col);
    execute format('alter table %s rename column %I to %I', tab, twin, col);
    if needed then
        execute format('alter table %s alter column %I set not null', tab, col);
    end if;
    execute format('comment on column %s.%I is %L', tab, col, told);
    execute format('alter table %s add constraint %I check (get_byte(%I, 0) = %s) not valid',
        tab, short || '_' || col || '_current', col, coming);
    for i in 1 .. coalesce(cardinality(names), 0) loop
        execute format('alter table %s add constraint %I %s not valid', tab, names[i], defs[i]);
    end loop;
    for i in 1 .. coalesce(cardinality(kept), 0) loop
        execute kept[i];
    end loop;
    for one in
        select c.oid::regclass as name, left(c.relname, -5) as becomes
        from pg_index x join pg_class c on c.oid = x.indexrelid
        where x.indrelid = tab and right(c.relname, 5) = '_next' and pg_get_indexdef(c.oid) ~ ('\m' || col || '\M')
    loop
        execute format('alter index %s rename to %I', one.name, one.becomes);
    end loop;
end
$$;
revoke execute on function access.index_take_over(regclass, text, int) from public;

-- All twins take their places, in a transaction that holds the tables; refused while any of them has a gap.
create function access.index_exchange() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    coming int := access.index_coming();
    one record;
    gap boolean;
begin
    perform access.index_hold();
    for one in select tab::regclass as tab, col from access.indexed_columns() loop
        execute format('select exists (select from %s where %I is not null and %I is null)',
            one.tab, one.col, one.col || '_next') into gap;
        if gap then
            raise exception 'an index of the coming key is missing in %.%', one.tab, one.col;
        end if;
        perform access.index_take_over(one.tab, one.col, coming);
    end loop;
    update access.index_key set in_use = now() where version = coming;
end
$$;
revoke execute on function access.index_exchange() from public;
grant execute on function access.index_exchange() to sangyu_app;
