-- Files that show what is asked or said, and pictures of a concept of operations (docs/howto/attach-evidence.md).

alter table statement add constraint statement_of_agreement unique (agreement, id);

create table evidence (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  request uuid,
  statement uuid,
  conops uuid,
  file_name text not null check (length(file_name) between 1 and 255),
  caption text check (length(caption) between 1 and 500),
  type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  kept_by uuid not null references person,
  kept_at timestamptz not null default now(),
  foreign key (agreement, request) references request (agreement, id),
  foreign key (agreement, statement) references statement (agreement, id),
  foreign key (agreement, conops) references conops (agreement, id),
  check (num_nonnulls(request, statement, conops) = 1)
);
create index evidence_request on evidence (request);
create index evidence_statement on evidence (statement);
create index evidence_conops on evidence (conops);
comment on table evidence is 'a file that shows what a request asks, a statement says or a concept means, on disk by its checksum; whoever sees the one sees the other';

create function sees_what_is_shown(agreement_ uuid, request_ uuid, statement_ uuid, conops_ uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (select from request r where r.id = request_ and r.agreement = agreement_ and sees(r.agreement, r.organization, r.id))
     or exists (select from statement s where s.id = statement_ and s.agreement = agreement_ and sees(s.agreement, s.organization, s.id))
     or exists (select from conops c where c.id = conops_ and c.agreement = agreement_ and sees(c.agreement, c.organization, c.id)) $$;

alter table evidence enable row level security;
create policy see on evidence for select using (sees_what_is_shown(agreement, request, statement, conops));
create policy add on evidence for insert with check (
  writes(agreement, organization) and kept_by = current_person() and sees_what_is_shown(agreement, request, statement, conops));

do $$ begin
  call keep_for_good('evidence');
end $$;
-- What belongs to a draft is announced to nobody.
drop trigger announce on evidence;

revoke all on function sees_what_is_shown(uuid, uuid, uuid, uuid) from public;
grant execute on function sees_what_is_shown(uuid, uuid, uuid, uuid) to ${application};
