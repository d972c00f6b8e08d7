-- Which rules an element of an authorization was decided under. would_approve: what the decision was without them.
create table risk_evaluation (
  authorization_id uuid not null,
  element int not null,
  version int not null references risk_rule_version,
  decides boolean not null,
  would_approve boolean not null,
  at timestamptz not null,
  primary key (authorization_id, element, version)
);

create index risk_evaluation_by_version on risk_evaluation (version, at);

-- The rules that fired there, and every attribute they asked for as it was: {"code": 1 | "text" | true | null}.
create table risk_hit (
  authorization_id uuid not null,
  element int not null,
  version int not null,
  rule text not null,
  action text not null check (action in ('decline_fraud', 'decline_aml', 'challenge', 'flag')),
  effect text not null check (effect in ('declines', 'challenges', 'satisfied', 'notes')),
  open boolean not null,
  evidence jsonb not null,
  at timestamptz not null,
  primary key (authorization_id, element, version, rule)
);

create index risk_hit_by_version on risk_hit (version, at);

-- Where the merchant says it is, in degrees.
alter table card_authorization
  add column merchant_latitude numeric(9, 6) check (merchant_latitude between -90 and 90),
  add column merchant_longitude numeric(9, 6) check (merchant_longitude between -180 and 180),
  add constraint card_authorization_place check ((merchant_latitude is null) = (merchant_longitude is null));
