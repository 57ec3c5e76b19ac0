-- Backup codes that came over from another product, and from which: an active set until its owner makes one of his own. All
-- codes of such a set share one salt, and the locator is only their place in it. Nothing is to be validated: the column is
-- new, so it is null in every row there is, as it stays for codes of our own.
alter table backup_code_set add column scheme varchar(16);
alter table backup_code_set add constraint backup_code_set_scheme_known
    check (scheme in ('KEYCLOAK', 'KRATOS', 'BETTER_AUTH')) not valid;
