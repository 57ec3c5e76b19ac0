-- Recovery links (rules R1 to R9). The token is in the mail only; here is its SHA-256. A link is live while ended_as is null
-- and it has not expired.
create table recovery_link (
    id              uuid         not null constraint recovery_link_pk primary key,
    user_id         varchar(255) not null constraint recovery_link_user_exists references account_user (id) on delete cascade,
    token_hash      bytea        not null constraint recovery_link_token_unique unique,
    mail_id         uuid         not null,
    sent_to         varchar(320) not null,
    requested_by    uuid,
    support_case_id uuid,
    reason          varchar(200),
    created_at      timestamptz  not null,
    expires_at      timestamptz  not null,
    ended_as        varchar(16)  constraint recovery_link_ending_known
                    check (ended_as in ('REDEEMED', 'EXPIRED', 'SUPERSEDED', 'REVOKED')),
    ended_at        timestamptz,
    constraint recovery_link_is_from_somebody check ((requested_by is null) <> (support_case_id is null)),
    constraint recovery_link_end_is_whole check ((ended_as is null) = (ended_at is null))
);
create index recovery_link_by_user on recovery_link (user_id, id);
create unique index recovery_link_one_live_per_user on recovery_link (user_id) where ended_as is null;

-- What a redeemed link has done, and how to undo it (rules R6, R8). Until undo_until what it disabled is kept.
create table recovery_reset (
    id                uuid         not null constraint recovery_reset_pk primary key,
    user_id           varchar(255) not null constraint recovery_reset_user_exists references account_user (id) on delete cascade,
    link_id           uuid         not null,
    repudiation_hash  bytea        not null constraint recovery_reset_repudiation_unique unique,
    reset_at          timestamptz  not null,
    undo_until        timestamptz  not null,
    ended_as          varchar(16)  constraint recovery_reset_ending_known check (ended_as in ('UNDONE', 'FINAL')),
    ended_at          timestamptz,
    constraint recovery_reset_end_is_whole check ((ended_as is null) = (ended_at is null))
);
create index recovery_reset_by_user on recovery_reset (user_id, id);

-- An authenticator that a reset has disabled proves nothing, but can come back; the same for a set of backup codes.
alter table authenticator add column disabled_by uuid
    constraint authenticator_disabled_by_reset references recovery_reset (id) on delete cascade;
create index authenticator_by_reset on authenticator (disabled_by) where disabled_by is not null;

alter table backup_code_set add column kept_for uuid
    constraint backup_code_set_kept_for_reset references recovery_reset (id) on delete cascade;
alter table backup_code_set add constraint backup_code_set_is_kept_when_revoked check (kept_for is null or state = 'REVOKED');
create index backup_code_set_by_reset on backup_code_set (kept_for) where kept_for is not null;
