-- What the monthly comparison needs beside V1: since when a condition holds, and that a hold was cleared up by itself.
alter table benefits.hold add column resolved_at timestamptz;
comment on column benefits.hold.resolved_at is '信息补齐、已能判断的时间';
alter table benefits.stage_decision add column reached date;
comment on column benefits.stage_decision.reached is '开始符合条件的月份';
create index stage_decision_by_run on benefits.stage_decision (run, outcome);
create index stage_receiving_by_run on benefits.stage_receiving (run);
-- Steps are never changed; only where they are seen follows a place that is renamed or joined to another.
grant update (place, county) on benefits.enrolment_step to sangyu_app;
