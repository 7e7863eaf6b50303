-- Files with whole account numbers are for some roles of one desk only; the scope alone would show them to a city too.
alter table files.file add column roles text[] not null default '{}';
comment on column files.file.roles is '仅这些岗位、且岗位所在地即归属地的可以下载；空为不另限制';
