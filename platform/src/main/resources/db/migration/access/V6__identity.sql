-- Who somebody is at the identity provider of the authorities, where there is one; and until when a desk is lent.
alter table access.account add column external_id text unique check (external_id <> '');
comment on column access.account.external_id is '统一身份平台上的标识；空为只用本机口令登录';
grant update (external_id) on access.account to sangyu_app;

alter table access.desk_grant add column lent_by uuid references access.account;
comment on column access.desk_grant.lent_by is '代班：谁的岗位；空为本人的岗位';
-- A desk of one's own and one lent for some days may be the same desk.
drop index access.desk_grant_once;
create unique index desk_grant_once on access.desk_grant (account, role, place, elder, lent_by) nulls not distinct
    where to_day is null;
