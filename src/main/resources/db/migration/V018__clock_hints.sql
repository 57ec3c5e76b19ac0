-- What wrong codes said of a device's clock. seen_ahead holds the steps still to come whose codes were given already; none
-- of them is accepted when it comes. off_step and off_by are those of the last wrong code, off_by 0 when that code was right
-- for no time. clock_off_by is what two codes agreed on, as steps, and counts while clock_seen_at is after last_used_at.
alter table authenticator
    add seen_ahead bigint[] not null default '{}',
    add off_step bigint not null default 0,
    add off_by integer not null default 0,
    add clock_off_by integer not null default 0,
    add clock_seen_at timestamptz not null default 'epoch';
