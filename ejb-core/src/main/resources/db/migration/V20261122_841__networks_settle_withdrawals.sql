-- A person may settle with the network what it never acknowledged.
alter table network_withdrawal drop constraint network_withdrawal_status_check;
alter table network_withdrawal add constraint network_withdrawal_status_check
  check (status in ('due', 'acknowledged', 'human', 'settled'));
create index network_withdrawal_human on network_withdrawal (created_at) where status = 'human';
