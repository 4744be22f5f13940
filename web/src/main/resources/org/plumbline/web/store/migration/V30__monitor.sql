-- Measuring under versions and the register; the close of a month; requests (docs/howto/close-a-month.md).
--
-- What is a formal act (a statement that records are complete, an report_decision, a word on what follows) lies on the table as soon as it is
-- recorded: there is no draft of it. Requests, answers and notices are drafts of their party until it sends them, as V1 has it.

alter table result add column known_at timestamptz;
alter table result add column versions uuid[];
alter table result add column summary text;
alter table result add column zone text;
comment on column result.known_at is 'up to when something was known; empty: as_of';
comment on column result.versions is 'the texts under which it was measured, the original first; empty: version alone';
comment on column result.zone is 'the agreement’s, in which days and times are shown';
comment on column result.summary is 'its lines as text of JSON, so that dashboards read little';

alter table request add column ground text;
alter table request add column evidence text[] not null default '{}';

alter table request_answer drop constraint request_answer_answer_check;
alter table request_answer add constraint request_answer_answer_check
  check (answer in ('granted', 'in-part', 'rejected', 'withdrawn', 'escalated'));
alter table request_answer add column grants text;
alter table request_answer add column role text;
comment on column request_answer.role is 'to whom it was escalated, or the role on both sides that decided';

create table delivery_statement (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  load uuid not null unique references load,
  record_set text not null,
  complete_for text,
  reason text,
  role text not null,
  certified_by uuid not null references person,
  certified_at timestamptz not null default now()
);
comment on table delivery_statement is 'a named role states that a file is a delivery of records, and of which period it holds every case: that makes it delivered';

create table report_decision (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  publication uuid not null references publication,
  decision text not null check (decision in ('accepted', 'with-reservations', 'not-accepted')),
  reservations text check (length(reservations) between 1 and 20000),
  role text not null,
  decided_by uuid not null references person,
  decided_at timestamptz not null default now(),
  unique (publication, organization),
  check ((decision = 'accepted') = (reservations is null))
);
comment on table report_decision is 'what the customer said to a report that was issued';

create table posting_act (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  posting text not null check (length(posting) between 1 and 500),
  act text not null check (act ~ '^[a-z]{1,20}$'),
  note text,
  role text not null,
  done_by uuid not null references person,
  done_at timestamptz not null default now()
);
comment on table posting_act is 'what a party did about what follows from results: requested, agreed, waived, applied, paid, submitted, accepted, closed …';

create index publication_agreement on publication (agreement);
create index request_agreement on request (agreement);
create index request_answer_request on request_answer (request);
create index posting_act_agreement on posting_act (agreement);

do $$
declare
  formal record;
begin
  for formal in select * from (values ('delivery_statement', 'certified_by'), ('report_decision', 'decided_by'), ('posting_act', 'done_by')) as acts(name, by_) loop
    execute format('alter table %I enable row level security', formal.name);
    execute format('create policy see on %I for select using (sees_agreement(agreement))', formal.name);
    execute format('create policy add on %I for insert with check (writes(agreement, organization) and %I = current_person())', formal.name, formal.by_);
    call keep_for_good(formal.name);
  end loop;
end $$;
