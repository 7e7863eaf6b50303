create schema files;
grant usage on schema files to sangyu_app;

create table files.file (
    sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
    place text collate "C" not null,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    shared boolean not null default false,
    account text not null,
    stored_at timestamptz not null,
    primary key (sha256, place, name)
);
comment on table files.file is '文件登记：内容按哈希存放在数据目录，同样内容只存一份';
comment on column files.file.sha256 is '内容的 SHA-256，也是下载地址';
comment on column files.file.place is '归属地，管辖范围包含它的岗位可以下载';
comment on column files.file.name is '下载时的文件名';
comment on column files.file.media_type is '文件类型';
comment on column files.file.bytes is '字节数';
comment on column files.file.shared is '是否对所有岗位开放（政策原文、模板），不得含人员数据';
comment on column files.file.account is '存入人账号';
comment on column files.file.stored_at is '存入时间';

alter table files.file enable row level security;
create policy scope on files.file
    using (shared or (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true)))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));

grant select, insert, update on files.file to sangyu_app;
