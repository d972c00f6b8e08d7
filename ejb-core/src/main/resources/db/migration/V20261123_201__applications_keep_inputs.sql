-- What a decision rested on, so that it can be replayed: the bureau's answer (sealed like the form), the business date,
-- and what the policy made of it. Applications from before have none of it.
alter table application
  add column sealed_report  bytea null,
  add column decided_on     date  null,
  add column recommendation text  null;

create index application_decided_on on application (product_code, decided_on);

alter table application drop constraint application_outcome_check;
alter table application add constraint application_outcome_check
  check (outcome in ('approved', 'counteroffered', 'declined'));
