-- The check would lock the version's row for every authorization that is decided; versions are never deleted.
alter table risk_evaluation drop constraint risk_evaluation_version_fkey;
