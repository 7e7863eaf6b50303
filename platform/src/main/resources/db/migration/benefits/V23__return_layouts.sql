-- Where a bank puts what in its answer: columns, words, letters. Each saying of a desk is a row; the newest one counts.
create table benefits.return_layout (
    id uuid primary key,
    county text collate "C" not null,
    format text not null,
    charset text not null,
    separator text not null check (length(separator) between 0 and 4),
    skip int not null check (skip between 0 and 1000),
    reference int not null check (reference between 1 and 200),
    yuan int not null check (yuan between 0 and 200),
    in_fen boolean not null,
    result int not null check (result between 1 and 200),
    reason int not null check (reason between 0 and 200),
    paid_on int not null check (paid_on between 0 and 200),
    paid text[] not null check (cardinality(paid) > 0),
    failed text[] not null,
    unknown text[] not null,
    set_by text not null,
    set_name text not null,
    set_at timestamptz not null
);
create index return_layout_newest on benefits.return_layout (county, format, set_at desc);
comment on table benefits.return_layout is '回盘文件的列位与用语，由县区核对后定下；只增不改，最新一行有效';
comment on column benefits.return_layout.id is '编号';
comment on column benefits.return_layout.county is '县区';
comment on column benefits.return_layout.format is '报盘格式标识';
comment on column benefits.return_layout.charset is '文字编码';
comment on column benefits.return_layout.separator is '分隔符；电子表格为空';
comment on column benefits.return_layout.skip is '首行数据之前的行数';
comment on column benefits.return_layout.reference is '参考号所在列，自 1 起';
comment on column benefits.return_layout.yuan is '金额所在列；0 为没有';
comment on column benefits.return_layout.in_fen is '金额以分为单位';
comment on column benefits.return_layout.result is '结果所在列';
comment on column benefits.return_layout.reason is '原因所在列；0 为没有';
comment on column benefits.return_layout.paid_on is '付款日期所在列；0 为没有';
comment on column benefits.return_layout.paid is '表示成功的用语';
comment on column benefits.return_layout.failed is '表示退票的用语';
comment on column benefits.return_layout.unknown is '表示处理中的用语';
comment on column benefits.return_layout.set_by is '核对人账号';
comment on column benefits.return_layout.set_name is '核对人姓名';
comment on column benefits.return_layout.set_at is '核对时间';
alter table benefits.return_layout enable row level security;
create policy scope on benefits.return_layout
    using (benefits.sees(county, county, null)) with check (benefits.sees(county, county, null));
grant select, insert, update (county) on benefits.return_layout to sangyu_app;

-- An answer is first taken in and looked at; only when its columns are right is it read.
alter table benefits.return_file add column layout uuid references benefits.return_layout;
alter table benefits.return_file add column started_at timestamptz;
update benefits.return_file set started_at = read_at;
comment on column benefits.return_file.layout is '读取所用的列位；空为所附格式';
comment on column benefits.return_file.started_at is '核对列位、开始读取的时间；空为只收下、尚未读取';
-- What could not be read in any of its rows may be read again with other columns.
grant delete on benefits.return_line to sangyu_app;
