-- In whose name a desk is held: another department, a facility, a provider. Only what is needed to hold desks; beds and
-- services belong to other modules, which may take this id.
create table access.organisation (
    id uuid primary key,
    kind text not null check (kind in ('DEPARTMENT', 'FACILITY', 'PROVIDER')),
    name text collate "C" not null check (name <> ''),
    place text collate "C" not null,
    department text not null default '',
    from_day date not null,
    to_day date check (to_day >= from_day),
    check ((kind = 'DEPARTMENT') = (department <> ''))
);
comment on table access.organisation is '单位：岗位可以在其中担任的部门、设施、服务商；与老年人无关，不按管辖范围分割，登录时尚无岗位';
comment on column access.organisation.id is '单位编号，永不重用';
comment on column access.organisation.kind is '种类：DEPARTMENT 部门 FACILITY 设施 PROVIDER 服务商';
comment on column access.organisation.name is '名称';
comment on column access.organisation.place is '所在或负责的地方（路径）';
comment on column access.organisation.department is '部门代码，见部门资料；设施和服务商为空文';
comment on column access.organisation.from_day is '起始日（含）';
comment on column access.organisation.to_day is '终止日（不含）；空为至今';
create index organisation_name on access.organisation (name, id);
create index organisation_place on access.organisation (place);
alter table access.organisation enable row level security;
create policy everyone on access.organisation using (true) with check (true);
grant select, insert, update (name, place, to_day) on access.organisation to sangyu_app;

alter table access.desk_grant add column organisation uuid references access.organisation;
comment on column access.desk_grant.organisation is '以哪个单位的名义；空为民政系统自己的岗位';
create index desk_grant_organisation on access.desk_grant (organisation) where organisation is not null;
alter table access.desk_grant drop constraint desk_grant_role_check;
alter table access.desk_grant add constraint desk_grant_role_check check (role in ('VILLAGE', 'TOWNSHIP',
    'COUNTY_CLERK', 'COUNTY_REVIEWER', 'COUNTY_CHIEF', 'COUNTY_FINANCE', 'CITY', 'ADMINISTRATOR', 'SECURITY', 'AUDITOR',
    'VISITOR', 'ASSESSOR', 'INSTITUTION_HEAD', 'INSTITUTION_STAFF', 'PROVIDER_HEAD', 'PROVIDER_WORKER', 'LIAISON',
    'HOTLINE', 'VOLUNTEER', 'ELDER', 'RELATIVE'));
alter table access.desk_grant add constraint desk_grant_in_organisation check ((role in ('INSTITUTION_HEAD',
    'INSTITUTION_STAFF', 'PROVIDER_HEAD', 'PROVIDER_WORKER', 'LIAISON')) = (organisation is not null));
drop index access.desk_grant_once;
create unique index desk_grant_once on access.desk_grant (account, role, place, elder, lent_by, organisation)
    nulls not distinct where to_day is null;
-- A desk with people assigned to it keeps its id when its place changes, because they are assigned to that id.
grant update (place) on access.desk_grant to sangyu_app;
