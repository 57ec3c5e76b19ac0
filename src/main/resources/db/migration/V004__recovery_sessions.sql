-- What stands in for a second factor while it is set up again. The token is known to its holder only; here is its SHA-256.
create table recovery_session (
    id         uuid         not null constraint recovery_session_pk primary key,
    user_id    varchar(255) not null constraint recovery_session_user_exists references account_user (id) on delete cascade,
    token_hash bytea        not null constraint recovery_session_token_unique unique,
    opened_at  timestamptz  not null,
    expires_at timestamptz  not null,
    ended_at   timestamptz
);
create index recovery_session_by_user on recovery_session (user_id);
