-- What another office pays, compared with what the rule says: only the differences are kept, and the counts of the whole.
-- What is received is told county by county: somebody who moved may stand on two lists.
alter table benefits.received_elsewhere drop constraint received_elsewhere_pkey;
alter table benefits.received_elsewhere add primary key (elder, benefit, county);
create index received_elsewhere_by_county on benefits.received_elsewhere (county, benefit);

create table benefits.mirror_difference (
    elder uuid not null,
    benefit text not null,
    county text collate "C" not null,
    place text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    kind text not null check (kind in ('NOT_ENTITLED', 'NOT_RECEIVED', 'OTHER_AMOUNT', 'UNDETERMINED')),
    their_fen bigint,
    our_fen bigint,
    because_zh text not null,
    because_en text not null,
    told_on date,
    since date not null,
    run uuid not null,
    primary key (elder, benefit, county),
    check (kind <> 'OTHER_AMOUNT' or their_fen <> our_fen)
);
create index mirror_difference_by_place on benefits.mirror_difference (place, benefit, kind, elder);
create index mirror_difference_by_county on benefits.mirror_difference (county, benefit);
comment on table benefits.mirror_difference is '他部门发放与标准的差别；一人一项待遇一行，比对后不再有差别的即删去';
comment on column benefits.mirror_difference.elder is '老年人编号';
comment on column benefits.mirror_difference.benefit is '待遇标识';
comment on column benefits.mirror_difference.county is '县区';
comment on column benefits.mirror_difference.place is '所在村、社区';
comment on column benefits.mirror_difference.month is '最近一次比对的月份';
comment on column benefits.mirror_difference.kind is '差别：不符合而在领、符合而未领、金额不同、待定';
comment on column benefits.mirror_difference.their_fen is '对方实发金额（分）；未领为空';
comment on column benefits.mirror_difference.our_fen is '按标准应发金额（分）；不符合或待定为空';
comment on column benefits.mirror_difference.because_zh is '按标准的理由（中文）';
comment on column benefits.mirror_difference.because_en is '按标准的理由（英文）';
comment on column benefits.mirror_difference.told_on is '得知对方发放的日期';
comment on column benefits.mirror_difference.since is '这一差别首次发现的日期';
comment on column benefits.mirror_difference.run is '产生它的比对任务';

create table benefits.mirror_count (
    county text collate "C" not null,
    benefit text not null,
    month date not null check (extract(day from month) = 1),
    compared_at timestamptz not null,
    known boolean not null,
    their_people bigint not null,
    their_fen bigint not null,
    our_people bigint not null,
    our_fen bigint not null,
    same_people bigint not null,
    run uuid not null,
    primary key (county, benefit)
);
comment on table benefits.mirror_count is '他部门发放比对的合计，每县区每待遇一行';
comment on column benefits.mirror_count.county is '县区';
comment on column benefits.mirror_count.benefit is '待遇标识';
comment on column benefits.mirror_count.month is '比对的月份';
comment on column benefits.mirror_count.compared_at is '比对时间';
comment on column benefits.mirror_count.known is '已接收过对方名单；没有则不判断“符合而未领”';
comment on column benefits.mirror_count.their_people is '对方发放人数';
comment on column benefits.mirror_count.their_fen is '对方发放金额（分）';
comment on column benefits.mirror_count.our_people is '按标准应发人数';
comment on column benefits.mirror_count.our_fen is '按标准应发金额（分）';
comment on column benefits.mirror_count.same_people is '一致人数';
comment on column benefits.mirror_count.run is '产生它的比对任务';

alter table benefits.mirror_difference enable row level security;
create policy scope on benefits.mirror_difference
    using (benefits.sees(place, county, elder)) with check (benefits.sees(place, county, elder));
alter table benefits.mirror_count enable row level security;
create policy scope on benefits.mirror_count using (benefits.lies_in(county)) with check (benefits.lies_in(county));
grant select, insert, update, delete on benefits.mirror_difference to sangyu_app;
grant select, insert, update, delete on benefits.mirror_count to sangyu_app;
