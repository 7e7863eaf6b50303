-- An elder, and whoever the elder trusts, reads who opened the elder's record.
drop policy read on access.audit_line;
create policy read on access.audit_line for select using (
    (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    or (place is null and 'C' >= current_setting('app.lo', true) and 'C' < current_setting('app.hi', true))
    or subject = any(nullif(current_setting('app.people', true), '')::uuid[]));
