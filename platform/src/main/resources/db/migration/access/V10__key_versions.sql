-- The key in the file only wraps the keys of the fields, which lie here wrapped and have versions: another file key moves
-- no row, another key of the fields moves them in the background.
alter table access.field_key add column wrapped bytea;
alter table access.field_key add column index_wrapped bytea;
alter table access.field_key add column master int not null default 1;
alter table access.field_key add column made timestamptz not null default now();
alter table access.field_key add column emptied timestamptz;
alter table access.field_key add column destroyed timestamptz;
comment on table access.field_key is '受保护字段的数据密钥，由密钥文件中的主密钥包裹；版本号写在每个密文的第一个字节';
comment on column access.field_key.fingerprint is '包裹它的主密钥的指纹，不能还原密钥；密钥文件与此不符时拒绝启动';
comment on column access.field_key.wrapped is '包裹后的加密密钥；销毁后为空';
comment on column access.field_key.index_wrapped is '包裹后的盲索引密钥；只有第一版有';
comment on column access.field_key.master is '由第几个主密钥文件包裹';
comment on column access.field_key.made is '何时生成';
comment on column access.field_key.emptied is '何时已没有用它加密的字段';
comment on column access.field_key.destroyed is '何时销毁；此后用它加密的都还原不了';
grant update (fingerprint, wrapped, index_wrapped, master, emptied, destroyed) on access.field_key to sangyu_app;

alter table access.account rename column second_secret to second_secret_enc;

-- Moving ciphertexts to the newest key is not changing what they say. The functions below are the only way in which the
-- application replaces them in tables that otherwise only grow; they take nothing but bytes of the newest version, for the
-- very bytes that stood there.

-- Every column of ciphertexts: by name, in the tables of the owner.
create function access.encrypted_columns() returns table (target text, col text, pages bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select format('%I.%I', n.nspname, c.relname), a.attname::text, pg_relation_size(c.oid) / current_setting('block_size')::bigint
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.atttypid = 'bytea'::regtype and right(a.attname, 4) = '_enc' and not a.attisdropped
        and c.relowner = (select relowner from pg_class where oid = 'access.field_key'::regclass)
    order by 1, 2
$$;
revoke execute on function access.encrypted_columns() from public;
grant execute on function access.encrypted_columns() to sangyu_app;

-- Ciphertexts of other versions than the newest, in some pages of a table.
create function access.encrypted_before(target text, col text, first_page bigint, next_page bigint)
    returns table (place tid, sealed bytea)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not exists (select from access.encrypted_columns() e
            where e.target = encrypted_before.target and e.col = encrypted_before.col) then
        raise exception 'not a column of ciphertexts: %.%', target, col;
    end if;
    return query execute format(
        'select t.ctid, t.%2$I from %1$s t where t.ctid >= %3$L::tid and t.ctid < %4$L::tid and t.%2$I is not null'
            ' and length(t.%2$I) > 0 and get_byte(t.%2$I, 0) <> $1',
        target, col, format('(%s,0)', first_page), format('(%s,0)', next_page))
        using (select max(version) from access.field_key);
end
$$;
revoke execute on function access.encrypted_before(text, text, bigint, bigint) from public;
grant execute on function access.encrypted_before(text, text, bigint, bigint) to sangyu_app;

create function access.replace_encrypted(target text, col text, places tid[], were bytea[], become bytea[]) returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    newest int := (select max(version) from access.field_key);
    moved bigint;
begin
    if not exists (select from access.encrypted_columns() e
            where e.target = replace_encrypted.target and e.col = replace_encrypted.col) then
        raise exception 'not a column of ciphertexts: %.%', target, col;
    end if;
    if exists (select from unnest(become) as one where get_byte(one, 0) <> newest) then
        raise exception 'not encrypted with the newest key';
    end if;
    execute format(
        'update %1$s t set %2$I = n.becomes from unnest($1, $2, $3) as n (place, was, becomes)'
            ' where t.ctid = n.place and t.%2$I = n.was', target, col)
        using places, were, become;
    get diagnostics moved = row_count;
    return moved;
end
$$;
revoke execute on function access.replace_encrypted(text, text, tid[], bytea[], bytea[]) from public;
grant execute on function access.replace_encrypted(text, text, tid[], bytea[], bytea[]) to sangyu_app;
