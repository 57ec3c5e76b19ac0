-- Authenticators that came over from another product, and from which. Such a one is proved by its first good code: until
-- then last_step is -1, below every step there is, so that the update which burns a step need not know of it.
alter table authenticator add column imported_from varchar(20);

-- Files of other products name people by their address; an import looks one up for each line.
create index account_user_by_email on account_user (account_id, lower(email)) where email is not null;
