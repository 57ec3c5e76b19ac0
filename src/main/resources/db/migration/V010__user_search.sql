-- Few users have nothing but backup codes, and those who look after an account want to find them among very many.
create index second_factor_backup_codes_only on second_factor (user_id) where status = 'BACKUP_CODES_ONLY';
