-- A clearing above what was approved, beyond the tolerance of its category, is told to the cardholder.
alter table notification drop constraint notification_template_check;
alter table notification add constraint notification_template_check check (template in ('application_approved',
  'application_declined', 'application_in_review', 'invitation', 'large_transaction', 'unexpected_transaction',
  'over_capture', 'payment_succeeded', 'payment_failed', 'statement_ready', 'payment_due_soon', 'account_past_due'));
