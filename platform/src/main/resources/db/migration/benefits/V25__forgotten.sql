-- What enrolments keep of elders who are forgotten: accounts in use, applicants, reasons in words. Payment orders, rosters and
-- recovery cases are vouchers of money and stay as they are.
alter table benefits.payee_account alter column account_enc drop not null;
alter table benefits.payee_account alter column account_idx drop not null;

-- Whose day of birth is no longer known to the day must not be decided for anew: what was paid stays as it is.
alter table benefits.enrolment add column forgotten boolean not null default false;
comment on column benefits.enrolment.forgotten is '本人已按保存期限去标识化，以后各期不再重算';

create function benefits.forget(people uuid[]) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
begin
    update benefits.payee_account a set holder = '＊', relation = case when a.relation = '' then '' else '＊' end, bank = '＊',
        account_enc = null, account_idx = null, last_four = '', why = ''
        where a.elder = any(people) and benefits.sees(a.place, a.county, null);
    update benefits.enrolment e set applicant = null, why = '', forgotten = true
        where e.elder = any(people) and benefits.sees(e.place, e.county, null) and not e.forgotten;
    update benefits.enrolment_step s set why = ''
        where s.elder = any(people) and benefits.sees(s.place, s.county, null) and s.why <> '';
    update benefits.delivery d set received_by = '', note = case when d.note = '' then '' else '＊' end
        where d.elder = any(people) and benefits.sees(d.place, d.county, null) and (d.received_by <> '' or d.note <> '');
    update benefits.unclaimed_answer u set why = ''
        where u.elder = any(people) and benefits.sees(u.place, u.county, null) and u.why <> '';
end
$$;
comment on function benefits.forget is '清除看得见的老年人在待遇登记中的账号、代办人和文字说明；发放凭证不动';
revoke all on function benefits.forget from public;
grant execute on function benefits.forget to sangyu_app;
