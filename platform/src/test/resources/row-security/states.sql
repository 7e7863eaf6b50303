-- Rows of the county in states that two months do not bring about, so that the methods that ask for them answer somebody.
-- What is in braces is put in by the test. Rules between tables are off while this runs, rules of a row are not.

insert into registry.intake_parked (id, number, name, outcome, effect, intake, belongs, registered, elder, reason, parked_at,
    source, evidence)
select uuidv7(), 1, '赵大爷', 'TAKEN', 'NONE', (select id from registry.intake order by id limit 1), '{village}', '{township}',
    (select id from registry.elder order by id limit 1), 'VILLAGE', now(), 'ROSTER', '';

insert into benefits.payee_account (id, enrolment, elder, county, place, kind, holder, bank, account_enc, account_idx,
    key_version, last_four, holder_differs, state, proposed_by, proposed_name, proposed_at)
select uuidv7(), enrolment, elder, county, place, 'SELF', holder, bank, account_enc, account_idx, key_version, last_four,
    false, 'PROPOSED', 'another', '另一人', now()
from benefits.payee_account where state = 'CONFIRMED' order by id limit 1;

insert into benefits.unclaimed (run, elder, benefit, county, place, kind, because_zh, because_en)
select (select id from benefits.unclaimed_run where finished_at is not null order by month desc limit 1),
    (select id from registry.elder order by id limit 1), '', '{county}', '{village}', 'UNCLAIMED', '', '';

insert into benefits.unclaimed_benefit (run, benefit, county, position, known, mirrored)
select id, 'nobody-knows', county, 99, false, false from benefits.unclaimed_run where finished_at is not null;

insert into policy.simulation (id, place, name, origin, about, first_month, last_month, shared, by_account, by_name, made_at)
select uuidv7(), '{county}', '试算', 'DRAFT', '', '2026-01-01', '2026-12-01', true, 'another', '另一人', now();

insert into policy.simulation_count (simulation, county, benefit, month, band, before_heads, before_fen, before_open,
    after_heads, after_fen, after_open)
select id, '{county}', '', first_month, 60, 1, 100, 0, 1, 200, 0 from policy.simulation where by_account = 'another';

insert into registry.compared (comparison, row_no, place, name, outcome, state, answer_by)
select coalesce((select id from registry.comparison order by id limit 1), uuidv7()), 1000000, '{village}', '钱奶奶', 'DIED', 'OPEN',
    current_date - 1;

update benefits.cycle_line set payee = 'INSTITUTION', holder = '敬老院', last_four = '0001', pay_fen = greatest(pay_fen, 1),
    hold = null
where elder = (select min(elder::text)::uuid from benefits.cycle_line);

insert into benefits.delivery (id, elder, benefit, county, place, state, because_zh, because_en, made_on, run, delivered_on,
    delivered_by, note, recorded_account, recorded_at)
select uuidv7(), (select id from registry.elder order by id desc limit 1), 'plaque-' || state, '{county}', '{village}', state,
    '', '', current_date, uuidv7(), current_date, '村委会', '已签收', 'another', now()
from unnest('{WAITING,DELIVERED}'::text[]) as state;

insert into registry.life_fact (id, elder, place, kind, valid_from, recorded_from, recorded_by, source)
select uuidv7(), id, place, 'MOVED_OUT', current_date, now(), 'another', 'VILLAGE' from registry.elder order by id limit 1;
