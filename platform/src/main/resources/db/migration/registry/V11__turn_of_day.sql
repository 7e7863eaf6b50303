-- Up to which day the projection of people follows the calendar: facts begin and end without anybody writing them.
create table registry.turned_day (
    one boolean primary key default true check (one),
    day date not null
);
comment on table registry.turned_day is '在册人员的当前状态已跟到哪一天；只有一行';
comment on column registry.turned_day.one is '恒为真，保证只有一行';
comment on column registry.turned_day.day is '已跟到的日期（含）';
grant select, insert, update on registry.turned_day to sangyu_app;
