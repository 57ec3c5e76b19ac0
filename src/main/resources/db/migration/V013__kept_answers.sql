-- Answers to requests under an Idempotency-Key, for ten minutes.
create table kept_answer (
    id uuid not null constraint kept_answer_pk primary key,
    -- SHA-256 of who asked for what under which key with which body
    digest bytea not null,
    -- null only inside the transaction that makes the row
    sealed_answer text,
    expires_at timestamptz not null
);

create index kept_answer_expires_at on kept_answer (expires_at);
