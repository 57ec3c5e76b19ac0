-- One row per user whose second factor was ever touched: status and lockout. It is the row that every check of a code
-- locks first, so that attempts of one user are taken one after the other on whatever replica they arrive.
create table second_factor (
    user_id          varchar(255) not null constraint second_factor_pk primary key
                     constraint second_factor_user_exists references account_user (id) on delete cascade,
    status           varchar(20)  not null constraint second_factor_status_known
                     check (status in ('NOT_ENROLLED', 'ENABLED', 'BACKUP_CODES_ONLY')),
    failed_attempts  integer      not null constraint second_factor_failures_not_negative check (failed_attempts >= 0),
    locked_until     timestamptz,
    enabled_at       timestamptz,
    last_verified_at timestamptz
) with (fillfactor = 70);

-- Authenticator apps in use. The secret is a JWE bound to this row; last_step is the last accepted time step.
create table authenticator (
    id             uuid         not null constraint authenticator_pk primary key,
    user_id        varchar(255) not null constraint authenticator_user_exists references account_user (id) on delete cascade,
    label          varchar(100) not null,
    sealed_secret  text         not null,
    secret_key_id  varchar(100) not null,
    algorithm      varchar(8)   not null,
    digits         integer      not null,
    period_seconds integer      not null,
    last_step      bigint       not null,
    created_at     timestamptz  not null,
    last_used_at   timestamptz  not null
) with (fillfactor = 70);
create index authenticator_by_user on authenticator (user_id);
create index authenticator_by_secret_key on authenticator (secret_key_id);

-- Attempts to add an authenticator. The id becomes the authenticator's, so the sealed secret can move as it is.
create table enrolment (
    id                  uuid         not null constraint enrolment_pk primary key,
    user_id             varchar(255) not null constraint enrolment_user_exists references account_user (id) on delete cascade,
    label               varchar(100) not null,
    sealed_secret       text         not null,
    secret_key_id       varchar(100) not null,
    algorithm           varchar(8)   not null,
    digits              integer      not null,
    period_seconds      integer      not null,
    authorisation       varchar(20)  not null constraint enrolment_authorisation_known
                        check (authorisation in ('NONE', 'AUTHENTICATOR', 'BACKUP_CODE', 'RECOVERY_SESSION')),
    recovery_session_id uuid,
    confirmed_step      bigint,
    backup_code_set_id  uuid,
    started_at          timestamptz  not null,
    expires_at          timestamptz  not null
);
create index enrolment_by_user on enrolment (user_id);
create index enrolment_by_expiry on enrolment (expires_at);
create index enrolment_by_secret_key on enrolment (secret_key_id);

create table backup_code_set (
    id           uuid         not null constraint backup_code_set_pk primary key,
    user_id      varchar(255) not null constraint backup_code_set_user_exists references account_user (id) on delete cascade,
    label        varchar(16)  not null,
    state        varchar(16)  not null constraint backup_code_set_state_known
                 check (state in ('PENDING', 'ACTIVE', 'REPLACED', 'REVOKED')),
    created_at   timestamptz  not null,
    expires_at   timestamptz  not null,
    activated_at timestamptz,
    ended_at     timestamptz
);
create index backup_code_set_by_user on backup_code_set (user_id);
create unique index backup_code_set_one_active_per_user on backup_code_set (user_id) where state = 'ACTIVE';
create unique index backup_code_set_one_pending_per_user on backup_code_set (user_id) where state = 'PENDING';

-- The locator is the first symbol of the code; it finds the row, so that an attempt costs one derivation.
create table backup_code (
    set_id        uuid         not null constraint backup_code_set_exists references backup_code_set (id) on delete cascade,
    locator       smallint     not null constraint backup_code_locator_is_a_symbol check (locator between 0 and 31),
    salt          bytea        not null,
    hash          bytea        not null,
    iterations    integer      not null,
    pepper_key_id varchar(100) not null,
    spent_at      timestamptz,
    constraint backup_code_pk primary key (set_id, locator)
);
create index backup_code_by_pepper_key on backup_code (pepper_key_id);
