-- Most that may be reserved at once by a pre-authorization with its increments, and countries nobody may pay in.
alter table authorization_program
  add column preauthorization_max_minor bigint not null default 1000000 check (preauthorization_max_minor > 0),
  add column blocked_countries text[] not null default '{}';
