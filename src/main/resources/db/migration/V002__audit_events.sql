-- One row per action, written in the transaction of the action and never changed. Ids are UUIDv7, so their order is the
-- order in time and keyset pages need no second column. No foreign keys: the trail outlives what it speaks of.
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
);
create index audit_event_by_subject on audit_event (subject, id) where subject is not null;
create index audit_event_by_account on audit_event (account_id, id) where account_id is not null;
