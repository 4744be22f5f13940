-- Notices given and received; review meetings with what was decided in them (docs/howto/close-a-month.md).

create table notice_answer (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  notice uuid not null references notice,
  answer text not null check (answer in ('received', 'objected')),
  reason text check (length(reason) between 1 and 20000),
  role text not null,
  answered_by uuid not null references person,
  answered_at timestamptz not null default now(),
  check (answer = 'received' or reason is not null)
);
create index notice_answer_notice on notice_answer (notice);
create index notice_agreement on notice (agreement);
comment on table notice_answer is 'that the other party has received a notice, or objects to it';

create table review (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  planned date not null,
  subject text not null check (length(subject) between 1 and 500),
  agenda text not null,
  called_by uuid not null references person,
  called_at timestamptz not null default now()
);
create index review_agreement on review (agreement);
comment on table review is 'a review meeting of both parties; its agenda is what was open when it was called, as text of JSON';

create table review_note (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  review uuid not null references review,
  kind text not null check (kind in ('held', 'attended', 'decision', 'action', 'done')),
  text text not null check (length(text) between 1 and 20000),
  owner text,
  due date,
  about uuid references review_note,
  written_by uuid not null references person,
  written_at timestamptz not null default now(),
  check ((kind = 'done') = (about is not null))
);
create index review_note_review on review_note (review);
comment on table review_note is 'what came of a review meeting: that it was held, who came, decisions, actions with who and by when, and that an action was done';

do $$
declare
  formal record;
begin
  for formal in select * from (values ('notice_answer', 'answered_by'), ('review', 'called_by'), ('review_note', 'written_by')) as acts(name, by_) loop
    execute format('alter table %I enable row level security', formal.name);
    execute format('create policy see on %I for select using (sees_agreement(agreement))', formal.name);
    execute format('create policy add on %I for insert with check (writes(agreement, organization) and %I = current_person())', formal.name, formal.by_);
    call keep_for_good(formal.name);
  end loop;
end $$;
