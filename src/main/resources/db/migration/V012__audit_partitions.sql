-- The audit trail by month, so that what is older than an operator keeps it goes by dropping a table. Ids are UUIDv7, so a
-- month is a range of ids: it begins with the id of zeros that its first millisecond (UTC) makes.
--
-- There is no default partition: with one, PostgreSQL would have to merge all partitions for every page in the order of
-- ids. Instead the first one is open towards the past and the last one, audit_event_late, towards the future, so that any
-- id finds its place. What was written before lies in the first one as it is; nothing is copied, PostgreSQL only makes
-- sure that every row belongs there. Later months are made in time by the work "audit-partitions".
alter table audit_event rename to audit_event_early;
alter table audit_event_early rename constraint audit_event_pk to audit_event_early_pk;
alter index audit_event_by_subject rename to audit_event_early_by_subject;
alter index audit_event_by_account rename to audit_event_early_by_account;

create table audit_event (
    id          uuid        not null constraint audit_event_pk primary key,
    occurred_at timestamptz not null,
    type        varchar(60) not null,
    outcome     varchar(16) not null,
    account_id  varchar(255),
    actor_kind  varchar(16) not null,
    actor       varchar(255) not null,
    subject     uuid,
    method      varchar(16),
    reason      varchar(32),
    object      varchar(64),
    address     varchar(64),
    request_id  varchar(64)
) partition by range (id);
create index audit_event_by_subject on audit_event (subject, id) where subject is not null;
create index audit_event_by_account on audit_event (account_id, id) where account_id is not null;

do $$
declare
    newest timestamp := (select to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0)
                                at time zone 'UTC'
                         from audit_event_early order by id desc limit 1);
    month  timestamp := date_trunc('month', greatest(now() at time zone 'UTC', newest)) + interval '1 month';
    months constant int := 6;
    bounds uuid[] := array(
        select (lpad(to_hex((extract(epoch from month + make_interval(months => n)) * 1000)::bigint), 12, '0')
                || repeat('0', 20))::uuid
        from generate_series(0, months) n);
begin
    execute format('alter table audit_event attach partition audit_event_early for values from (minvalue) to (%L)',
                   bounds[1]);
    for n in 1..months loop
        execute format('create table %I partition of audit_event for values from (%L) to (%L)',
                       to_char(month + make_interval(months => n - 1), '"audit_event_"YYYY_MM'), bounds[n], bounds[n + 1]);
    end loop;
    execute format('create table audit_event_late partition of audit_event for values from (%L) to (maxvalue)',
                   bounds[months + 1]);
end
$$;
