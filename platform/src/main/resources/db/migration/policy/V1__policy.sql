create schema policy;
grant usage on schema policy to sangyu_app;

create table policy.installation_value (
    id uuid primary key,
    path text not null,
    content text not null,
    source text not null,
    scan_sha256 text,
    proposed_by text not null,
    proposed_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (confirmed_by <> proposed_by)
);
comment on table policy.installation_value is '本机录入的政策标准：一人提出，另一人确认后生效，永不删除；不含人员';
comment on column policy.installation_value.id is '编号';
comment on column policy.installation_value.path is '在政策文件夹中的位置';
comment on column policy.installation_value.content is '内容（YAML，与政策文件同样格式）';
comment on column policy.installation_value.source is '依据';
comment on column policy.installation_value.scan_sha256 is '依据扫描件';
comment on column policy.installation_value.proposed_by is '提出人账号';
comment on column policy.installation_value.proposed_at is '提出时间';
comment on column policy.installation_value.confirmed_by is '确认人账号';
comment on column policy.installation_value.confirmed_at is '确认时间，即生效';

create table policy.setting_confirmation (
    id uuid primary key,
    place text collate "C" not null,
    fingerprint text not null,
    listed jsonb not null,
    account text not null,
    person text not null,
    confirmed_at timestamptz not null
);
comment on table policy.setting_confirmation is '县（区）对本机设置（无文件依据）的确认';
comment on column policy.setting_confirmation.id is '编号';
comment on column policy.setting_confirmation.place is '哪个县';
comment on column policy.setting_confirmation.fingerprint is '所确认的全部设置的指纹';
comment on column policy.setting_confirmation.listed is '所确认的设置及其取值';
comment on column policy.setting_confirmation.account is '确认人账号';
comment on column policy.setting_confirmation.person is '确认人姓名';
comment on column policy.setting_confirmation.confirmed_at is '确认时间';
create index setting_confirmation_place on policy.setting_confirmation (place, confirmed_at desc);
alter table policy.setting_confirmation enable row level security;
create policy scope on policy.setting_confirmation
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));

create table policy.official_text (
    id uuid primary key,
    document text not null,
    file_sha256 text not null,
    file_name text not null,
    media_type text not null,
    bytes bigint not null,
    account text not null,
    person text not null,
    loaded_at timestamptz not null
);
comment on table policy.official_text is '政策原文（公开文件，不含人员）；同一文件再次装入时以新的为准，旧的保留';
comment on column policy.official_text.id is '编号';
comment on column policy.official_text.document is '文件标识';
comment on column policy.official_text.file_sha256 is '原文件';
comment on column policy.official_text.file_name is '文件名';
comment on column policy.official_text.media_type is '文件类型';
comment on column policy.official_text.bytes is '字节数';
comment on column policy.official_text.account is '装入人账号';
comment on column policy.official_text.person is '装入人姓名';
comment on column policy.official_text.loaded_at is '装入时间';
create index official_text_document on policy.official_text (document, loaded_at desc);

create table policy.official_clause (
    text_id uuid not null references policy.official_text,
    number int not null,
    path text not null,
    depth int not null,
    content text not null,
    primary key (text_id, number)
);
comment on table policy.official_clause is '政策原文按章、节、条、项切分后的段落';
comment on column policy.official_clause.text_id is '哪一份原文';
comment on column policy.official_clause.number is '段落顺序';
comment on column policy.official_clause.path is '所在章节，如 第一章 第一节 4 （1）';
comment on column policy.official_clause.depth is '层数';
comment on column policy.official_clause.content is '文字';

grant select, insert on policy.installation_value, policy.setting_confirmation, policy.official_text,
    policy.official_clause to sangyu_app;
grant update (confirmed_by, confirmed_at) on policy.installation_value to sangyu_app;
