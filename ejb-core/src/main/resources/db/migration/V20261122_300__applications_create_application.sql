-- The policy is data: a version in effect is never altered, so that every decision can be replayed.
create table credit_policy (
  version        int         primary key check (version > 0),
  effective_from timestamptz not null,
  definition     text        not null
);

insert into credit_policy (version, effective_from, definition) values (1, timestamptz '2020-01-01 00:00:00+00', '{
  "annual_income_min": 1000000,
  "derogatories_max": 2,
  "independent_income_age_years": 21,
  "debt_to_income_percent_max": 45,
  "debt_to_income_percent_refer": 40,
  "new_line_payment_percent": 3,
  "points": {
    "high_utilisation": {"above_percent": 80, "points": -40},
    "raised_utilisation": {"above_percent": 50, "points": -15},
    "past_due_line": {"points": -35},
    "derogatory": {"points": -40},
    "thin_file": {"lines_below": 2, "points": -15},
    "short_history": {"months_below": 12, "points": -25},
    "not_employed": {"points": -30}
  },
  "bands": [
    {"name": "A", "points_from": 740, "outcome": "approve", "income_percent": 25, "margin": "0.00"},
    {"name": "B", "points_from": 700, "outcome": "approve", "income_percent": 18, "margin": "2.00"},
    {"name": "C", "points_from": 660, "outcome": "approve", "income_percent": 10, "margin": "5.00"},
    {"name": "D", "points_from": 600, "outcome": "refer", "income_percent": 8, "margin": "7.00"},
    {"name": "E", "points_from": 0, "outcome": "decline", "income_percent": 0, "margin": "0.00"}
  ]
}');

-- Up to which limit one person may approve alone; above it a second person confirms.
create table underwriting_authority (
  role            text   not null,
  currency        text   not null check (currency ~ '^[A-Z]{3}$'),
  limit_max_minor bigint not null check (limit_max_minor >= 0),
  primary key (role, currency)
);

insert into underwriting_authority (role, currency, limit_max_minor) values ('underwriter', 'USD', 1000000);

create table application (
  id                    uuid          primary key,
  status                text          not null check (status in ('received', 'verifying', 'in_review', 'approved',
                          'declined', 'counteroffered', 'incomplete', 'withdrawn', 'accepted', 'expired')),
  product_code          text          not null,
  currency              text          not null check (currency ~ '^[A-Z]{3}$'),
  requested_limit_minor bigint        null check (requested_limit_minor > 0),
  submitted_by          text          not null,
  channel               text          not null,
  person_index          bytea         not null,
  data_key              bytea         not null,
  sealed                bytea         not null,
  bureau_status         text          not null,
  outcome               text          null check (outcome in ('approved', 'declined')),
  credit_limit_minor    bigint        null check (credit_limit_minor > 0),
  apr                   numeric(7, 4) null check (apr between 0 and 100),
  score                 int           null,
  policy_version        int           not null references credit_policy (version),
  reasons               text          not null,
  trace                 text          not null,
  decided_by            text          null,
  decided_at            timestamptz   null,
  offer_expires_at      timestamptz   null,
  adverse_action_due_at timestamptz   null,
  proposed_by           text          null,
  proposed_limit_minor  bigint        null,
  proposed_at           timestamptz   null,
  customer_id           uuid          null,
  account_id            uuid          null,
  card_id               uuid          null,
  created_at            timestamptz   not null,
  updated_at            timestamptz   not null,
  version               bigint        not null,
  check ((outcome is null) = (decided_at is null)),
  check ((status = 'accepted') = (account_id is not null))
);

create index application_person on application (person_index, product_code, created_at);
create index application_queue on application (created_at) where status = 'in_review';
create index application_status on application (status, id);

create table application_event (
  id             bigint      generated always as identity primary key,
  application_id uuid        not null references application (id),
  occurred_at    timestamptz not null,
  from_status    text        null,
  to_status      text        not null,
  actor          text        not null,
  channel        text        not null,
  reason         text        null
);

create index application_event_application on application_event (application_id, id);
