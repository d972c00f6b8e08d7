-- A card may take the place of one whose number must die; a new plastic under the same number is a higher sequence.
alter table card add column replaces uuid unique references card (id);
alter table card add column sequence_number int not null default 1 check (sequence_number > 0);
