-- The middle of the life of an agreement: what is proposed and accepted term by term, threads on terms, buy-in,
-- the order of signing and signatures (docs/meaning.md, on proposals and sign-offs).

create table term_acceptance (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  version uuid not null references version,
  term text check (length(term) between 1 and 300),
  digest text not null,
  accepted_by uuid not null references person,
  accepted_at timestamptz not null default now()
);
comment on table term_acceptance is 'a party takes the other party''s text as it is, or (with a term) that term of it; with what names the wording';

create table comment_resolution (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  comment uuid not null references comment,
  outcome text not null check (outcome in ('accepted', 'accepted-with-changes', 'not-accepted', 'withdrawn')),
  response text not null check (length(response) between 1 and 20000),
  resolved_by uuid not null references person,
  resolved_at timestamptz not null default now()
);
comment on table comment_resolution is 'how a thread ended; the latest of the two parties stands';

create table buy_in (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  version uuid not null references version,
  metric text not null check (length(metric) between 1 and 200),
  role text not null check (role ~ '^[a-z][a-z0-9-]{0,62}$'),
  stance text not null check (stance in ('supports', 'objects')),
  reason text check (length(reason) between 1 and 5000),
  digest text not null,
  said_by uuid not null references person,
  said_at timestamptz not null default now(),
  check (stance = 'supports' or reason is not null)
);
comment on table buy_in is 'what somebody in a role says to a metric as a text words it; the latest of a role stands while the metric reads the same';

create table signing_order (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  steps text[] not null check (cardinality(steps) between 2 and 40),
  accepts uuid references signing_order,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null default now()
);
comment on table signing_order is 'in which order which roles sign and what each of them covers; agreed when the other party accepts it';

alter table sign_off
  add column covers text[] not null default '{}',
  add column rests_on text not null default '{}',
  add column capacity text;
comment on column sign_off.covers is 'the terms, or sections of terms, that were signed; empty: the whole text';
comment on column sign_off.rests_on is 'what names the wording of each term on which it rests, as text of JSON';
comment on column sign_off.capacity is 'holder, acting or delegate, by the roster of that day';

create table signature_file (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  sign_off uuid not null references sign_off,
  file_name text not null check (length(file_name) between 1 and 255),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  kept_by uuid not null references person,
  kept_at timestamptz not null default now()
);
comment on table signature_file is 'the file of a signature that was given elsewhere, on disk by its checksum';

create index term_acceptance_agreement on term_acceptance (agreement);
create index comment_resolution_comment on comment_resolution (comment);
create index buy_in_agreement on buy_in (agreement, metric);
create index signing_order_agreement on signing_order (agreement);
create index sign_off_agreement on sign_off (agreement);

do $$ begin
  call make_room('term_acceptance', 'accepted_by');
  call make_room('comment_resolution', 'resolved_by');
  call make_room('buy_in', 'said_by');
  call make_room('signing_order', 'proposed_by');
  call make_room('signature_file', 'kept_by');
end $$;
