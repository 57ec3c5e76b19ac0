-- Chains of seals over the audit trail, one for each account and one, named by the empty text, for the events without one.
-- A seal lists the events whose ids lie in its window, by id and SHA-256 (48 bytes each), names the seal before by its hash,
-- and is signed; jws holds all that is signed. No foreign keys: like the trail, seals outlive accounts.
create table audit_seal (
    chain         varchar(255) not null,
    sequence      bigint       not null constraint audit_seal_sequence_begins_with_1 check (sequence > 0),
    window_from   uuid         not null,
    window_to     uuid         not null,
    event_count   integer      not null constraint audit_seal_holds_events check (event_count > 0),
    events        bytea        not null,
    previous_hash varchar(43)  constraint audit_seal_all_but_the_first_have_one_before
                  check ((sequence = 1) = (previous_hash is null)),
    hash          varchar(43)  not null,
    jws           text         not null,
    sealed_at     timestamptz  not null,
    constraint audit_seal_pk primary key (chain, sequence),
    constraint audit_seal_lists_each_event check (octet_length(events) = event_count * 48)
);
create index audit_seal_by_window on audit_seal (window_to);

-- "sealed" is the id from which nothing is sealed yet, for all chains together, so that accounts in which nothing happens
-- cost nothing. "begin" is the first id of the oldest month that the trail still holds; it moves with the months that go.
create table audit_seal_mark (
    name varchar(16) not null constraint audit_seal_mark_pk primary key,
    id   uuid        not null
);
insert into audit_seal_mark (name, id)
values ('sealed', '00000000-0000-0000-0000-000000000000'),
       ('begin', '00000000-0000-0000-0000-000000000000');
