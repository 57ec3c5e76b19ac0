-- Since when the account demands a second factor: a grace period never begins before that. Null where the account does not
-- demand it, or where a replica of the version before has written that it does; then the time of the change counts.
-- And how old a proof may be when a user does something sensitive; null means: the default applies.
alter table account_policy
    add column second_factor_mandatory_since timestamptz,
    add column step_up_after_seconds integer;
