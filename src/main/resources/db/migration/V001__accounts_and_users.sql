-- Accounts and users, as the platform provisions them. Ids are the platform's own, opaque strings.
create table account (
    id          varchar(255) not null constraint account_pk primary key,
    name        varchar(200) not null,
    kind        varchar(16)  not null constraint account_kind_known check (kind in ('DIRECT', 'RESELLER', 'CUSTOMER')),
    reseller_id varchar(255) constraint account_reseller_exists references account (id),
    created_at  timestamptz  not null,
    updated_at  timestamptz  not null,
    constraint account_only_customers_have_a_reseller check ((kind = 'CUSTOMER') = (reseller_id is not null))
);
create index account_by_reseller on account (reseller_id) where reseller_id is not null;

-- The pseudonym is what the audit trail knows a user by. Erasing the user erases the only link to the person.
create table account_user (
    id                              varchar(255) not null constraint account_user_pk primary key,
    account_id                      varchar(255) not null constraint account_user_account_exists references account (id),
    pseudonym                       uuid         not null constraint account_user_pseudonym_unique unique,
    email                           varchar(320),
    display_name                    varchar(200),
    locale                          varchar(35),
    admin                           boolean      not null,
    active                          boolean      not null,
    second_factor_managed_elsewhere boolean      not null,
    created_at                      timestamptz  not null,
    updated_at                      timestamptz  not null
);
create index account_user_by_account on account_user (account_id, id);
