-- Mails, committed with the change they tell of. What they say is a JWE bound to the row, and gone once they are sent or given
-- up. Erasing a user erases the mails to him.
create table mail (
    id             uuid         not null constraint mail_pk primary key,
    user_id        varchar(255) not null constraint mail_user_exists references account_user (id) on delete cascade,
    kind           varchar(40)  not null,
    state          varchar(16)  not null constraint mail_state_known check (state in ('QUEUED', 'SENT', 'FAILED')),
    sealed_payload text,
    payload_key_id varchar(100),
    created_at     timestamptz  not null,
    give_up_at     timestamptz  not null,
    attempts       integer      not null,
    problem        varchar(200),
    ended_at       timestamptz,
    constraint mail_is_kept_while_it_waits check ((state = 'QUEUED') = (sealed_payload is not null)),
    constraint mail_names_its_key check ((sealed_payload is null) = (payload_key_id is null)),
    constraint mail_end_is_whole check ((state = 'QUEUED') = (ended_at is null))
);
create index mail_by_user on mail (user_id);
create index mail_by_payload_key on mail (payload_key_id) where payload_key_id is not null;
create index mail_ended_by_age on mail (created_at) where state <> 'QUEUED';
