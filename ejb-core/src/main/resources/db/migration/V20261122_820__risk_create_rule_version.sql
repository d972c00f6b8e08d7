-- Versions of the bank's rule file. One decides, one runs in its shadow. Nobody promotes what they made or edited last.
create table risk_rule_version (
  number int generated always as identity primary key,
  status text not null check (status in ('draft', 'shadow', 'active', 'retired')),
  revision int not null check (revision > 0),
  file text not null,
  note text not null,
  made_by text not null,
  made_at timestamptz not null,
  edited_by text not null,
  edited_at timestamptz not null,
  shadow_by text check (shadow_by not in (made_by, edited_by)),
  shadow_at timestamptz check ((shadow_at is null) = (shadow_by is null)),
  active_by text check (active_by not in (made_by, edited_by)),
  active_at timestamptz check ((active_at is null) = (active_by is null)),
  retired_by text,
  retired_at timestamptz check ((retired_at is null) = (retired_by is null)),
  check (status not in ('shadow', 'active') or shadow_by is not null),
  check (status <> 'active' or active_by is not null),
  check ((status = 'retired') = (retired_by is not null))
);

create unique index risk_rule_version_one_active on risk_rule_version (status) where status = 'active';
create unique index risk_rule_version_one_shadow on risk_rule_version (status) where status = 'shadow';
