-- When a user last asked for help, and what he was answered (rule R10). One row per user, so that however many ask at once,
-- one of them has the administrators told.
create table recovery_request (
    user_id  varchar(255) not null constraint recovery_request_pk primary key
             constraint recovery_request_user_exists references account_user (id) on delete cascade,
    way      varchar(16)  not null constraint recovery_request_way_known check (way in ('ADMINISTRATOR', 'SUPPORT')),
    asked_at timestamptz  not null
);
