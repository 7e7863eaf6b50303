create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create schema events;
grant usage on schema events to sangyu_app;
create table events.event_publication (
    id uuid not null primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
comment on table events.event_publication is '模块间事件的投递记录';
create index event_publication_open on events.event_publication (publication_date) where completion_date is null;
grant select, insert, update, delete on events.event_publication to sangyu_app;
