-- What follows from results: milestones of corrective action plans, bills (docs/howto/close-a-month.md).
--
-- Like acts on postings (V30), these are formal: each lies on the table as soon as it is recorded. A milestone or a bill that is written again
-- stands in the place of the earlier one, which stays.

alter table result add column follows text;
comment on column result.follows is 'what follows from it, as text of JSON, so that the ledger reads little';

create table milestone (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  posting text not null check (length(posting) between 1 and 500),
  name text not null check (length(name) between 1 and 500),
  owner text check (length(owner) between 1 and 200),
  due date,
  set_by uuid not null references person,
  set_at timestamptz not null default now()
);
comment on table milestone is 'a step of a corrective action plan, with who sees to it and by when';
create index milestone_agreement on milestone (agreement);

create table milestone_done (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  milestone uuid not null references milestone,
  done_on date not null,
  said_by uuid not null references person,
  said_at timestamptz not null default now()
);
comment on table milestone_done is 'that a step of a plan was reached, and on which day';
create index milestone_done_milestone on milestone_done (milestone);

create table bill (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  service text not null check (length(service) between 1 and 200),
  period text not null check (length(period) between 1 and 50),
  amount numeric(20, 4) not null,
  reference text check (length(reference) between 1 and 500),
  billed date not null,
  due date,
  paid date,
  entered_by uuid not null references person,
  entered_at timestamptz not null default now()
);
comment on table bill is 'what was charged for a service and a period, before what was taken off or added';
create index bill_agreement on bill (agreement);

create table bill_line (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  bill uuid not null references bill,
  line text not null check (length(line) between 1 and 500),
  posting text check (length(posting) between 1 and 500),
  amount numeric(20, 4) not null,
  entered_by uuid not null references person,
  entered_at timestamptz not null default now(),
  unique (bill, line)
);
comment on table bill_line is 'what a bill takes off (below zero) or adds, and for which posting';

do $$
declare
  formal record;
begin
  for formal in select * from (values ('milestone', 'set_by'), ('milestone_done', 'said_by'), ('bill', 'entered_by'), ('bill_line', 'entered_by')) as acts(name, by_) loop
    execute format('alter table %I enable row level security', formal.name);
    execute format('create policy see on %I for select using (sees_agreement(agreement))', formal.name);
    execute format('create policy add on %I for insert with check (writes(agreement, organization) and %I = current_person())', formal.name, formal.by_);
    call keep_for_good(formal.name);
  end loop;
end $$;
