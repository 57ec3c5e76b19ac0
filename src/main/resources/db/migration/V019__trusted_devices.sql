-- Devices on which a login needs no code. Of the token, which has two halves, only SHA-256 is kept: the series stays while
-- the device is trusted, the rest is another after each use. The one before is kept to tell two tabs from a thief.
create table trusted_device (
    id            uuid         not null constraint trusted_device_pk primary key,
    user_id       varchar(255) not null constraint trusted_device_user_exists references account_user (id) on delete cascade,
    label         varchar(100) not null,
    series_hash   bytea        not null constraint trusted_device_series_unique unique,
    token_hash    bytea        not null,
    previous_hash bytea,
    created_at    timestamptz  not null,
    last_used_at  timestamptz  not null,
    expires_at    timestamptz  not null
) with (fillfactor = 70);
create index trusted_device_by_user on trusted_device (user_id);
create index trusted_device_by_expiry on trusted_device (expires_at);

alter table account_policy add trusted_device_lifetime_seconds bigint;
