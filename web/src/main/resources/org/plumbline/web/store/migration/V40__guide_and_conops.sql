-- The guide through the key tasks, and the concept of operations.

create table statement (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  task text not null check (length(task) between 1 and 200),
  activity text not null check (length(activity) between 1 and 200),
  state text not null check (state in ('done', 'not-needed', 'open')),
  text text not null check (length(text) between 1 and 4000),
  said_by uuid not null references person,
  said_at timestamptz not null default now()
);
create index statement_agreement on statement (agreement);
comment on table statement is 'what somebody said of an activity of a key task, where nothing in the register shows that it was done; the last one holds';

create table conops (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  number integer not null check (number > 0),
  text text not null check (length(text) <= 4000000),
  title text not null check (length(title) between 1 and 500),
  is_whole boolean not null,
  written_by uuid not null references person,
  written_at timestamptz not null default now(),
  unique (agreement, organization, number)
);
create index conops_agreement on conops (agreement);
comment on table conops is 'a complete concept of operations, as one party wrote it';

create table conops_certification (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  conops uuid not null references conops,
  role text not null,
  decision text not null check (decision in ('accepted', 'accepted-pending-changes', 'not-accepted')),
  changes text check (length(changes) between 1 and 4000),
  given_by uuid not null references person,
  given_at timestamptz not null default now(),
  check ((decision = 'accepted') = (changes is null))
);
create index conops_certification_agreement on conops_certification (agreement);
comment on table conops_certification is 'what an approver said of a concept of operations; what has to change first, or why not';

call make_room('statement', 'said_by');
call make_room('conops', 'written_by');
call make_room('conops_certification', 'given_by');
