-- What endpoints still have to be told: one row per endpoint and audit event that it wants, written with the event. A
-- message is composed of the event when it is sent, so nothing here is about a person. While somebody tries a message,
-- due_at is the moment from which another may: what a replica that died has taken comes back by itself.
create table webhook_delivery (
    id         uuid        not null constraint webhook_delivery_pk primary key,
    endpoint   varchar(40) not null,
    event_id   uuid        not null,
    event_type varchar(60) not null,
    state      varchar(16) not null
        constraint webhook_delivery_state_known check (state in ('WAITING', 'DELIVERED', 'PARKED')),
    attempts   integer     not null,
    created_at timestamptz not null,
    due_at     timestamptz not null,
    give_up_at timestamptz not null,
    problem    varchar(60),
    ended_at   timestamptz,
    constraint webhook_delivery_end_is_whole check ((state = 'WAITING') = (ended_at is null))
);
create index webhook_delivery_due on webhook_delivery (endpoint, due_at) where state = 'WAITING';
create index webhook_delivery_by_state on webhook_delivery (endpoint, state, id);
create index webhook_delivery_ended on webhook_delivery (state, ended_at) where ended_at is not null;

-- Whether an account had two able administrators when it was looked at last, so that a fall is told once.
create table account_readiness (
    account_id varchar(255) not null constraint account_readiness_pk primary key
        constraint account_readiness_account_exists references account (id) on delete cascade,
    ready      boolean      not null
);

-- Accounts to look at: one row per audit event that may have changed their readiness. Nothing is ever changed here, so that
-- deeds in one account do not wait for each other. What was there before is looked at once.
create table readiness_look (
    id         uuid         not null constraint readiness_look_pk primary key,
    account_id varchar(255) not null
);
insert into readiness_look (id, account_id) select gen_random_uuid(), id from account;
