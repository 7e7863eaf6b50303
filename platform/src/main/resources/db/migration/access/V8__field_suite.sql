-- With which algorithms a field key works: chosen once, when the key is made.
alter table access.field_key add column suite text not null default 'AES' check (suite in ('AES', 'SM'));
comment on column access.field_key.suite is 'AES：AES-256-GCM 与 HMAC-SHA256；SM：SM4-GCM 与 HMAC-SM3';
