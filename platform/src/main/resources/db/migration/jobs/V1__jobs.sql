create schema jobs;
grant usage on schema jobs to sangyu_app;

create table jobs.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on jobs.scheduled_tasks (execution_time);
create index scheduled_tasks_alive on jobs.scheduled_tasks (last_heartbeat);
comment on table jobs.scheduled_tasks is '任务队列（db-scheduler 使用）；不含人员数据，故不设行级安全';
comment on column jobs.scheduled_tasks.task_name is '队列名';
comment on column jobs.scheduled_tasks.task_instance is '任务编号';
comment on column jobs.scheduled_tasks.task_data is '任务编号与发起岗位（JSON）';
comment on column jobs.scheduled_tasks.execution_time is '何时可执行';
comment on column jobs.scheduled_tasks.picked is '是否有进程在执行';
comment on column jobs.scheduled_tasks.picked_by is '执行的进程';
comment on column jobs.scheduled_tasks.last_success is '上次成功';
comment on column jobs.scheduled_tasks.last_failure is '上次失败';
comment on column jobs.scheduled_tasks.consecutive_failures is '连续失败次数';
comment on column jobs.scheduled_tasks.last_heartbeat is '执行进程最后一次报到';
comment on column jobs.scheduled_tasks.version is '版本（乐观锁）';
comment on column jobs.scheduled_tasks.priority is '优先级';

create table jobs.job (
    id uuid primary key,
    kind text not null,
    title_key text not null,
    title_arguments text[] not null,
    arguments jsonb not null,
    account text not null,
    person text not null,
    role text not null,
    place text collate "C" not null,
    state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    checkpoint text,
    attempts int not null default 0,
    message_key text,
    message_arguments text[],
    result text,
    files jsonb not null default '[]',
    created_at timestamptz not null,
    begun_at timestamptz,
    ended_at timestamptz,
    check ((ended_at is not null) = (state in ('DONE', 'FAILED')))
);
comment on table jobs.job is '后台任务';
comment on column jobs.job.id is '任务编号';
comment on column jobs.job.kind is '任务种类';
comment on column jobs.job.title_key is '标题文字的键';
comment on column jobs.job.title_arguments is '标题文字的参数';
comment on column jobs.job.arguments is '执行参数，不含受保护的数据';
comment on column jobs.job.account is '发起人账号';
comment on column jobs.job.person is '发起人姓名';
comment on column jobs.job.role is '发起人岗位';
comment on column jobs.job.place is '发起岗位所在地';
comment on column jobs.job.state is '状态：排队、执行中、完成、失败';
comment on column jobs.job.checkpoint is '已到达的断点，重启后由此继续';
comment on column jobs.job.attempts is '自上一断点以来开始执行的次数';
comment on column jobs.job.message_key is '说明文字的键';
comment on column jobs.job.message_arguments is '说明文字的参数';
comment on column jobs.job.result is '结果页地址';
comment on column jobs.job.files is '可下载的文件';
comment on column jobs.job.created_at is '发起时间';
comment on column jobs.job.begun_at is '开始时间';
comment on column jobs.job.ended_at is '结束时间';
create index job_place on jobs.job (place, id);

-- apart from jobs.job: progress is written on its own connection while the work's transaction may hold the job's row
create table jobs.progress (
    job uuid primary key,
    place text collate "C" not null,
    done bigint not null,
    total bigint not null
);
comment on table jobs.progress is '后台任务的进度';
comment on column jobs.progress.job is '任务编号';
comment on column jobs.progress.place is '发起岗位所在地';
comment on column jobs.progress.done is '已完成数';
comment on column jobs.progress.total is '总数，0 为未知';

alter table jobs.job enable row level security;
create policy scope on jobs.job
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
alter table jobs.progress enable row level security;
create policy scope on jobs.progress
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));

grant select, insert, update, delete on jobs.scheduled_tasks to sangyu_app;
grant select, insert, update on jobs.job, jobs.progress to sangyu_app;
