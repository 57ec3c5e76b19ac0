-- What an account demands beyond the defaults of the service; null means: the default applies.
create table account_policy (
    account_id              varchar(255) not null constraint account_policy_pk primary key
                            constraint account_policy_account_exists references account (id) on delete cascade,
    second_factor_mandatory boolean,
    grace_period_seconds    bigint,
    max_authenticators      integer,
    acknowledgement_proof   boolean,
    backup_codes            integer,
    totp_algorithm          varchar(8),
    totp_digits             integer,
    totp_period_seconds     integer,
    totp_window             integer,
    updated_at              timestamptz  not null
);
