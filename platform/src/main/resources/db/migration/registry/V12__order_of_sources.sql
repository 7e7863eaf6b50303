-- A county may order its sources for one kind of fact otherwise than the installation does.
create table registry.source_order (
    county text collate "C" not null check (length(county) = 7),
    kind text not null,
    source text not null,
    rank int not null check (rank between 1 and 99),
    primary key (county, kind, source)
);
comment on table registry.source_order is '县区自定的来源先后，按信息种类；没有自定的用 registry.source';
comment on column registry.source_order.county is '县区路径';
comment on column registry.source_order.kind is '信息种类';
comment on column registry.source_order.source is '来源代码';
comment on column registry.source_order.rank is '先后，小者为准';
alter table registry.source_order enable row level security;
create policy scope on registry.source_order
    using (
        (county >= current_setting('app.lo', true) and county < current_setting('app.hi', true))
        or (current_setting('app.lo', true) collate "C" >= county
            and current_setting('app.lo', true) collate "C" < county || '~')
    )
    with check (county >= current_setting('app.lo', true) and county < current_setting('app.hi', true));
grant select, insert, update, delete on registry.source_order to sangyu_app;
