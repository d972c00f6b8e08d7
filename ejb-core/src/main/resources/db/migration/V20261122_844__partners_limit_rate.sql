-- How many requests a partner may make: so many at once, and so many a second from then on. Empty: as many as it likes.
alter table api_client
  add column requests_per_second int check (requests_per_second > 0),
  add column requests_at_once int check (requests_at_once > 0),
  add constraint api_client_rate check ((requests_per_second is null) = (requests_at_once is null));
