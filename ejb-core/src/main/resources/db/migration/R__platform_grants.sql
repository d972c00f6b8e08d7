-- florin_app runs the bank, florin_report only reads. Re-run whenever this file changes; new tables get the
-- same rights by default privileges of the owner.
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'florin_app') then
    grant usage on schema public to florin_app, florin_report;
    grant select, insert, update, delete on all tables in schema public to florin_app;
    grant usage, select on all sequences in schema public to florin_app;
    revoke update, delete, truncate on audit_record, journal_entry, journal_line from florin_app;
    grant select on all tables in schema public to florin_report;
    revoke all on api_key, idempotency_record from florin_report;
    if to_regclass('vault_pan') is not null then
      revoke all on vault_pan from florin_report;
    end if;
    if to_regclass('network_withdrawal') is not null then
      revoke all on network_withdrawal from florin_report;
    end if;
    if to_regclass('portal_user') is not null then
      revoke all on portal_user from florin_report;
    end if;
    alter default privileges in schema public grant select, insert, update, delete on tables to florin_app;
    alter default privileges in schema public grant usage, select on sequences to florin_app;
    alter default privileges in schema public grant select on tables to florin_report;
  end if;
end
$$;
