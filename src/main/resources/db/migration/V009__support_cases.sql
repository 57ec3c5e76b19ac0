-- Support cases (rules S1, S2): the way back for a user whom no administrator can recover. A case is under way while it is
-- open or approved; each user has one such case at most.
create table support_case (
    id            uuid         not null constraint support_case_pk primary key,
    account_id    varchar(255) not null,
    user_id       varchar(255) not null constraint support_case_user_exists references account_user (id) on delete cascade,
    state         varchar(16)  not null constraint support_case_state_known
                  check (state in ('OPEN', 'APPROVED', 'LINK_SENT', 'CANCELLED', 'REFUSED', 'EXPIRED')),
    reason        varchar(500) not null,
    opened_by     varchar(255) not null,
    opened_at     timestamptz  not null,
    approved_by   varchar(255),
    approved_at   timestamptz,
    link_at       timestamptz,
    link_id       uuid,
    ended_at      timestamptz,
    ending        varchar(32)  constraint support_case_ending_known
                  check (ending in ('CANCELLED', 'ADMINISTRATOR_AVAILABLE', 'NOT_NEEDED', 'EXPIRED')),
    ended_because varchar(500),
    constraint support_case_approval_is_whole
        check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (link_at is null)),
    constraint support_case_link_needs_approval check (state not in ('APPROVED', 'LINK_SENT') or approved_by is not null),
    constraint support_case_ends_once check ((ended_at is null) = (state in ('OPEN', 'APPROVED'))),
    constraint support_case_end_is_whole check ((ending is null) = (state in ('OPEN', 'APPROVED', 'LINK_SENT')))
);
create unique index support_case_one_under_way_per_user on support_case (user_id) where state in ('OPEN', 'APPROVED');
create index support_case_by_user on support_case (user_id);
create index support_case_by_state on support_case (state, id);

-- How an agent made sure of the user's identity. Evidence is a reference to where it is kept, never the evidence itself.
create table support_case_check (
    id         uuid         not null constraint support_case_check_pk primary key,
    case_id    uuid         not null constraint support_case_check_case_exists references support_case (id) on delete cascade,
    method     varchar(16)  not null constraint support_case_check_method_known
               check (method in ('GOVERNMENT_ID', 'VIDEO_CALL', 'CALLBACK', 'CONTRACT_DATA', 'IN_PERSON')),
    evidence   varchar(500) not null,
    passed     boolean      not null,
    checked_by varchar(255) not null,
    checked_at timestamptz  not null
);
create index support_case_check_by_case on support_case_check (case_id, id);

-- The cancel links in the notices, one for each mail. The token is in the mail only; here is its SHA-256.
create table support_case_cancellation (
    id         uuid         not null constraint support_case_cancellation_pk primary key,
    case_id    uuid         not null constraint support_case_cancellation_case_exists references support_case (id) on delete cascade,
    recipient  uuid         not null,
    token_hash bytea        not null constraint support_case_cancellation_token_unique unique
);
create index support_case_cancellation_by_case on support_case_cancellation (case_id);

-- Who is told of a case, and who could help instead, is asked often, and of accounts with many users.
create index account_user_active_administrators on account_user (account_id, id) where admin and active;
