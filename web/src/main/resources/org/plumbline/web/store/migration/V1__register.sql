-- The register of the server (design section 7; docs/server/store.md).
--
-- Two rooms and a table: what belongs to a party stands in its room until the party sends it; what was sent lies on
-- the table, where both parties and those who oversee see it. The database itself keeps them apart, by row-level security for the
-- role `plumbline_application`: every transaction names the person it is for, and sees no row without one.
--
-- Everything but accounts, links and tokens is append-only: no update or delete is granted, a trigger refuses them
-- to the owner as well, and each new row is sealed in a chain of hashes (`audit`).

-- ---- who ----

create table organization (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name = btrim(name) and length(name) between 1 and 200),
  kind text not null check (kind in ('party', 'qsmo', 'auditor')),
  added_at timestamptz not null default now()
);
create unique index organization_name on organization (lower(name));
comment on table organization is 'a party to agreements (a customer, a provider), a QSMO that oversees, an office of auditors that reads';

create table person (
  id uuid primary key default gen_random_uuid(),
  organization uuid not null references organization,
  name text not null check (name = btrim(name) and length(name) between 1 and 200),
  email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  administers text not null check (administers in ('nothing', 'organization', 'installation')),
  added_by uuid references person,
  added_at timestamptz not null default now(),
  unique (email)
);
comment on table person is 'somebody who logs in, or whose sign-off is recorded; belongs to one organization';

create table departure (
  id uuid primary key default gen_random_uuid(),
  person uuid not null unique references person,
  told_by uuid not null references person,
  told_at timestamptz not null default now()
);
comment on table departure is 'a person who left: does not log in any more';

-- ---- accounts: the one part that changes in place; reached through functions only ----

create table account (
  person uuid primary key references person,
  password text not null,
  failures integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null default now()
);
comment on table account is 'how a person proves who they are: the hash of a password, and what went wrong lately';

create table link (
  hash bytea primary key,
  purpose text not null check (purpose in ('begin', 'join')),
  person uuid references person,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'join') = (person is not null))
);
comment on table link is 'a link that works once: to become the first administrator, or to set the first password. Only its hash is kept';

create table token (
  id uuid primary key default gen_random_uuid(),
  hash bytea not null unique,
  person uuid not null references person,
  name text not null check (length(name) between 1 and 100),
  scope text not null check (scope in ('read', 'write')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
comment on table token is 'a token for the API: hashed, scoped, expiring';

-- ---- what: agreements and who may what on them ----

create table agreement (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  title text not null check (length(title) between 1 and 500),
  customer uuid not null references organization,
  provider uuid not null references organization,
  organization uuid not null references organization,
  opened_by uuid not null references person,
  opened_at timestamptz not null default now(),
  check (customer <> provider),
  check (organization in (customer, provider))
);
comment on table agreement is 'one agreement between a customer and a provider; in the room of the organization that opened it until something of it is sent';

create table oversight (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  overseer uuid not null references organization,
  organization uuid not null references organization,
  admitted_by uuid not null references person,
  admitted_at timestamptz not null default now(),
  unique (agreement, overseer)
);
comment on table oversight is 'a QSMO or an office of auditors that a party admitted; reads what was sent';

create table seat (
  id uuid primary key default gen_random_uuid(),
  organization uuid not null references organization,
  role text not null check (role ~ '^[a-z][a-z0-9-]{0,62}$'),
  agreement uuid references agreement,
  person uuid references person,
  capacity text not null check (capacity in ('holder', 'acting', 'delegate', 'vacant')),
  instead_of uuid references seat,
  from_day date not null,
  until_day date check (until_day >= from_day),
  given_by uuid not null references person,
  given_at timestamptz not null default now(),
  check ((capacity = 'vacant') = (person is null)),
  check ((capacity in ('acting', 'delegate')) = (instead_of is not null))
);
comment on table seat is 'the dated roster: who holds a role for an organization, on one agreement or (empty) on all of its agreements';

create table seat_end (
  id uuid primary key default gen_random_uuid(),
  seat uuid not null unique references seat,
  last_day date not null,
  ended_by uuid not null references person,
  ended_at timestamptz not null default now()
);
comment on table seat_end is 'a seat that was left before its time';

-- ---- what belongs to a room until it is sent ----

create table sending (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  subject uuid not null unique,
  sent_by uuid not null references person,
  sent_at timestamptz not null default now()
);
comment on table sending is 'what a party sent: from then on it lies on the table';

create table version (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  number integer not null check (number > 0),
  text text not null check (length(text) <= 4000000),
  hash text check (hash ~ '^plumbline1:sha-256:[0-9a-f]{64}$'),
  title text not null,
  effective date,
  amendment integer,
  reason text,
  rests_on uuid references version,
  written_by uuid not null references person,
  written_at timestamptz not null default now(),
  unique (agreement, organization, number)
);
comment on table version is 'a complete text of an agreement, as one party wrote it; its canonical hash if it has no errors, and what its amendment says';

create table sign_off (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  version uuid not null references version,
  hash text not null,
  person uuid not null references person,
  role text not null,
  decision text not null check (decision in ('accepted', 'accepted-pending-changes', 'not-accepted', 'withdrawn')),
  changes text,
  signed_on date not null,
  elsewhere text,
  given_by uuid not null references person,
  given_at timestamptz not null default now()
);
comment on table sign_off is 'what a person in a role said to a hash; where it was signed elsewhere, with the reference';

create table comment (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  version uuid references version,
  place text not null,
  answers uuid references comment,
  text text not null check (length(text) between 1 and 20000),
  written_by uuid not null references person,
  written_at timestamptz not null default now()
);
comment on table comment is 'a note on a place of a text; an answer belongs to the thread of what it answers';

create table load (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  version uuid not null references version,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  is_binding boolean not null default false,
  report text not null,
  received_by uuid not null references person,
  received_at timestamptz not null default now()
);
comment on table load is 'a file of records on disk, named by its checksum; what was read of it, and its bad rows, as text of JSON';

create table result (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  version uuid not null references version,
  period text not null,
  as_of timestamptz not null,
  loads uuid[] not null,
  engine text not null,
  evaluation text not null,
  page text not null,
  evaluated_by uuid not null references person,
  evaluated_at timestamptz not null default now()
);
comment on table result is 'a period measured: the evaluation as text of JSON, and the report as the content of a page; stored, so that dashboards compute nothing';

create table publication (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  number integer not null check (number > 0),
  result uuid not null references result,
  restates uuid references publication,
  reason text,
  issued_by uuid not null references person,
  issued_at timestamptz not null default now(),
  unique (agreement, number),
  check ((restates is null) = (reason is null))
);
comment on table publication is 'an SLA Performance Report that was issued; a restatement names what it restates, and why';

create table request (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  period text not null,
  metric text not null,
  asked text not null,
  reason text not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null default now()
);
comment on table request is 'a request to reconsider: what is asked, as text of YAML, with its reason';

create table request_answer (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  request uuid not null references request,
  answer text not null check (answer in ('granted', 'rejected', 'withdrawn', 'escalated')),
  reason text not null,
  answered_by uuid not null references person,
  answered_at timestamptz not null default now()
);
comment on table request_answer is 'what became of a request';

create table task (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  role text not null,
  what text not null,
  subject uuid,
  due date,
  set_at timestamptz not null default now()
);
comment on table task is 'what waits for whoever holds a role';

create table task_done (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  task uuid not null unique references task,
  done_by uuid not null references person,
  done_at timestamptz not null default now()
);
comment on table task_done is 'a task that was done';

create table notice (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  kind text not null check (kind in ('maintenance', 'closure', 'emergency', 'force-majeure', 'forecast', 'price-change', 'renewal', 'termination', 'other')),
  text text not null,
  from_day date,
  until_day date,
  given_by uuid not null references person,
  given_at timestamptz not null default now()
);
comment on table notice is 'a formal notice of one party to the other';

create index version_agreement on version (agreement);
create index load_agreement on load (agreement);
create index result_agreement on result (agreement, period);
create index comment_agreement on comment (agreement);
create index seat_person on seat (person);
create index sending_agreement on sending (agreement);

-- ---- the chain ----

create table audit (
  number bigint primary key,
  at timestamptz not null,
  person uuid,
  organization uuid,
  agreement uuid,
  act text not null,
  subject uuid,
  columns text[] not null,
  row_hash bytea,
  previous bytea not null,
  hash bytea not null
);
comment on table audit is 'who did what when, each entry sealed with the hash of the one before; an entry for a new row holds the hash of that row';

create function current_person() returns uuid
  language sql stable as
$$ select nullif(current_setting('plumbline.person', true), '')::uuid $$;

create function audit_hash(entry audit) returns bytea
  language sql immutable as
$$ select sha256(convert_to(concat_ws(E'\x1f',
     entry.number, extract(epoch from entry.at), coalesce(entry.person::text, '-'), coalesce(entry.organization::text, '-'),
     coalesce(entry.agreement::text, '-'), entry.act, coalesce(entry.subject::text, '-'), array_to_string(entry.columns, ','),
     coalesce(encode(entry.row_hash, 'hex'), '-'), encode(entry.previous, 'hex')), 'UTF8')) $$;

-- The hash of some columns of a row, so that a later migration may add columns.
create function row_hash(row_ jsonb, columns text[]) returns bytea
  language sql immutable as
$$ select sha256(convert_to(coalesce(string_agg(column_ || '=' || coalesce((row_ -> column_)::text, 'absent'), ' ' order by position), ''), 'UTF8'))
   from unnest(columns) with ordinality as each(column_, position) $$;

create function add_to_audit(act text, agreement_ uuid, organization_ uuid, subject_ uuid, columns_ text[], row_hash_ bytea)
  returns void language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  entry audit;
begin
  perform pg_advisory_xact_lock(4711);
  select number, hash into entry.number, entry.previous from audit order by number desc limit 1;
  entry.number := coalesce(entry.number, 0) + 1;
  entry.previous := coalesce(entry.previous, sha256('plumbline'));
  entry.at := clock_timestamp();
  entry.person := current_person();
  entry.organization := coalesce(organization_, (select organization from person where id = entry.person));
  entry.agreement := agreement_;
  entry.act := act;
  entry.subject := subject_;
  entry.columns := columns_;
  entry.row_hash := row_hash_;
  entry.hash := audit_hash(entry);
  insert into audit values (entry.*);
end $$;

-- The number of the first entry that does not fit, or whose row was changed or is gone; null if all is as it was.
create function audit_broken_at() returns bigint
  language plpgsql stable security definer set search_path = plumbline, pg_temp as
$$
declare
  entry audit;
  expected bytea := sha256('plumbline');
  last_number bigint := 0;
  found_ jsonb;
begin
  for entry in select * from audit order by number loop
    if entry.number <> last_number + 1 or entry.previous <> expected or entry.hash <> audit_hash(entry) then
      return last_number + 1;
    end if;
    if entry.row_hash is not null then
      execute format('select to_jsonb(t) from plumbline.%I t where id = $1', split_part(entry.act, ' ', 1)) into found_ using entry.subject;
      if found_ is null or row_hash(found_, entry.columns) <> entry.row_hash then
        return entry.number;
      end if;
    end if;
    last_number := entry.number;
    expected := entry.hash;
  end loop;
  return null;
end $$;

create function seal() returns trigger
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  row_ jsonb := to_jsonb(new);
  columns_ text[] := (select array_agg(column_name::text order by ordinal_position) from information_schema.columns
                      where table_schema = 'plumbline' and table_name = tg_table_name);
begin
  perform add_to_audit(tg_table_name || ' added', (row_ ->> 'agreement')::uuid, (row_ ->> 'organization')::uuid, (row_ ->> 'id')::uuid,
                 columns_, row_hash(row_, columns_));
  return null;
end $$;

create function refuse() returns trigger language plpgsql as
$$ begin raise exception '% of % is refused: what was recorded stays', tg_op, tg_table_name using errcode = 'insufficient_privilege'; end $$;

do $$
declare
  name_ text;
begin
  foreach name_ in array array['organization', 'person', 'departure', 'agreement', 'oversight', 'seat', 'seat_end', 'sending', 'version', 'sign_off',
    'comment', 'load', 'result', 'publication', 'request', 'request_answer', 'task', 'task_done', 'notice', 'audit'] loop
    execute format('create trigger refuse before update or delete or truncate on %I for each statement execute function refuse()', name_);
    if name_ <> 'audit' then
      execute format('create trigger seal after insert on %I for each row execute function seal()', name_);
    end if;
  end loop;
end $$;

-- ---- who sees what ----

-- The organization of the person of this transaction; none if nobody is named, or the person left.
create function own_organization() returns uuid
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select p.organization from person p where p.id = current_person() and not exists (select from departure d where d.person = p.id) $$;

create function administers(of_organization uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (select from person p where p.id = current_person() and own_organization() is not null
     and (p.administers = 'installation' or (p.administers = 'organization' and p.organization = of_organization))) $$;

create function administers_installation() returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (select from person p where p.id = current_person() and own_organization() is not null and p.administers = 'installation') $$;

-- Whether the person holds a seat today that reaches the agreement.
create function seated(of_agreement uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (select from seat s left join seat_end e on e.seat = s.id
     where s.person = current_person() and s.organization = own_organization()
       and (s.agreement is null or s.agreement = of_agreement)
       and s.from_day <= current_date and coalesce(s.until_day, 'infinity') >= current_date and coalesce(e.last_day, 'infinity') >= current_date) $$;

create function is_party(of_agreement uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (select from agreement a where a.id = of_agreement and own_organization() in (a.customer, a.provider)) $$;

create function oversees(of_agreement uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (select from oversight o where o.agreement = of_agreement and o.overseer = own_organization()) $$;

-- What is in the own room, and of what was sent all that lies on the table.
create function sees(of_agreement uuid, of_organization uuid, subject_ uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select coalesce(seated(of_agreement) and (
     (of_organization = own_organization() and is_party(of_agreement))
     or ((is_party(of_agreement) or oversees(of_agreement))
         and exists (select from sending s where s.agreement = of_agreement and s.subject = subject_))), false) $$;

create function sees_agreement(of_agreement uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select coalesce(seated(of_agreement) and (
     exists (select from agreement a where a.id = of_agreement and a.organization = own_organization())
     or ((is_party(of_agreement) or oversees(of_agreement)) and exists (select from sending s where s.agreement = of_agreement))), false) $$;

-- Whether the person may add to the own room.
create function writes(of_agreement uuid, of_organization uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select coalesce(of_organization = own_organization() and is_party(of_agreement) and sees_agreement(of_agreement), false) $$;

-- Whether something stands in the own room: nobody sends what is another's.
create function is_in_own_room(of_agreement uuid, subject_ uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (
     select from version t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()
     union all select from sign_off t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()
     union all select from comment t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()
     union all select from load t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()
     union all select from result t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()
     union all select from publication t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()
     union all select from request t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()
     union all select from request_answer t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()
     union all select from notice t where t.id = subject_ and t.agreement = of_agreement and t.organization = own_organization()) $$;

-- Whether the other organization is across a table on which something lies.
create function meets(of_organization uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (select from agreement a where sees_agreement(a.id) and of_organization in (a.customer, a.provider)
     and exists (select from sending s where s.agreement = a.id))
   or exists (select from oversight o where sees_agreement(o.agreement) and o.overseer = of_organization) $$;

alter table organization enable row level security;
create policy see on organization for select using (own_organization() is not null);
create policy add on organization for insert with check (administers_installation());

alter table person enable row level security;
create policy see on person for select using (organization = own_organization() or administers_installation() or meets(organization));
create policy add on person for insert with check (
  administers(organization) and added_by = current_person() and (administers <> 'installation' or administers_installation()));

alter table departure enable row level security;
create policy see on departure for select using (exists (select from person p where p.id = person));
create policy add on departure for insert with check (
  told_by = current_person() and exists (select from person p where p.id = person and administers(p.organization)));

alter table token enable row level security;
create policy see on token for select using (person = current_person());

alter table agreement enable row level security;
create policy see on agreement for select using (
  sees_agreement(id) or (organization = own_organization() and seated(id)));
create policy add on agreement for insert with check (
  organization = own_organization() and organization in (customer, provider) and opened_by = current_person() and seated(id));

alter table oversight enable row level security;
create policy see on oversight for select using (sees_agreement(agreement));
create policy add on oversight for insert with check (writes(agreement, organization) and admitted_by = current_person());

alter table seat enable row level security;
create policy see on seat for select using (
  organization = own_organization() or administers_installation() or (meets(organization) and (agreement is null or sees_agreement(agreement))));
create policy add on seat for insert with check (
  administers(organization) and given_by = current_person()
  and (person is null or exists (select from person p where p.id = person and p.organization = seat.organization)));

alter table seat_end enable row level security;
create policy see on seat_end for select using (exists (select from seat s where s.id = seat));
create policy add on seat_end for insert with check (
  ended_by = current_person() and exists (select from seat s where s.id = seat and administers(s.organization)));

alter table sending enable row level security;
create policy see on sending for select using (sees_agreement(agreement));
create policy add on sending for insert with check (
  writes(agreement, organization) and sent_by = current_person() and is_in_own_room(agreement, subject));

alter table audit enable row level security;
create policy see on audit for select using (organization = own_organization() or sees(agreement, organization, subject));

-- Rooms: one rule for all that belongs to a party until it is sent.
do $$
declare
  room record;
begin
  for room in select * from (values ('version', 'written_by'), ('sign_off', 'given_by'), ('comment', 'written_by'), ('load', 'received_by'),
    ('result', 'evaluated_by'), ('publication', 'issued_by'), ('request', 'asked_by'), ('request_answer', 'answered_by'), ('task', null),
    ('task_done', 'done_by'), ('notice', 'given_by')) as rooms(name, by_) loop
    execute format('alter table %I enable row level security', room.name);
    execute format('create policy see on %I for select using (sees(agreement, organization, id))', room.name);
    execute format('create policy add on %I for insert with check (writes(agreement, organization)%s)', room.name,
      case when room.by_ is null then '' else ' and ' || quote_ident(room.by_) || ' = current_person()' end);
  end loop;
end $$;

-- ---- accounts, by functions only ----

create function can_log_in(email_ text) returns table (person uuid, password text, locked_until timestamptz)
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select p.id, c.password, c.locked_until from person p join account c on c.person = p.id
   where p.email = lower(email_) and not exists (select from departure d where d.person = p.id) $$;

-- Ten wrong passwords lock an account for a quarter of an hour.
create function log_in_failed(person_ uuid) returns void
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  failures_ integer;
begin
  update account set failures = failures + 1 where person = person_ returning failures into failures_;
  if failures_ >= 10 then
    update account set failures = 0, locked_until = now() + interval '15 minutes' where person = person_;
    perform add_to_audit('account locked', null, (select organization from person where id = person_), person_, '{}', null);
  end if;
end $$;

create function logged_in(person_ uuid) returns void
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  update account set failures = 0, locked_until = null where person = person_;
  perform set_config('plumbline.person', person_::text, true);
  perform add_to_audit('logged in', null, null, person_, '{}', null);
end $$;

create function account_of(person_ uuid) returns table (name text, email text, organization uuid, organization_name text, organization_kind text, administers text)
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select p.name, p.email, o.id, o.name, o.kind, p.administers from person p join organization o on o.id = p.organization
   where p.id = person_ and not exists (select from departure d where d.person = p.id) $$;

create function link_to_join(person_ uuid, hash_ bytea, until_ timestamptz) returns void
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  if not administers((select organization from person where id = person_)) or exists (select from account where person = person_) then
    raise exception 'no link for this person' using errcode = 'insufficient_privilege';
  end if;
  insert into link (hash, purpose, person, expires_at) values (hash_, 'join', person_, until_);
end $$;

create function link_facts(hash_ bytea) returns table (purpose text, name text, email text, organization_name text)
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select l.purpose, p.name, p.email, o.name from link l left join person p on p.id = l.person left join organization o on o.id = p.organization
   where l.hash = hash_ and l.used_at is null and l.expires_at > now() $$;

-- Uses a link up; whoever comes second with the same link gets nothing.
create function use_link(hash_ bytea, purpose_ text) returns boolean
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  update link set used_at = now() where hash = hash_ and purpose = purpose_ and used_at is null and expires_at > now();
  return found;
end $$;

create function begin_installation(hash_ bytea, organization_ text, name_ text, email_ text, password_ text) returns uuid
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  organization_id uuid;
  person_id uuid;
begin
  if exists (select from person) or not use_link(hash_, 'begin') then
    return null;
  end if;
  insert into organization (name, kind) values (organization_, 'party') returning id into organization_id;
  insert into person (organization, name, email, administers) values (organization_id, name_, email_, 'installation') returning id into person_id;
  insert into account (person, password) values (person_id, password_);
  insert into seat (organization, role, person, capacity, from_day, given_by)
    values (organization_id, 'program-manager', person_id, 'holder', current_date, person_id);
  return person_id;
end $$;

create function join_installation(hash_ bytea, password_ text) returns uuid
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  person_id uuid := (select person from link where hash = hash_);
begin
  if not use_link(hash_, 'join') then
    return null;
  end if;
  insert into account (person, password) values (person_id, password_) on conflict do nothing;
  perform add_to_audit('account opened', null, (select organization from person where id = person_id), person_id, '{}', null);
  return person_id;
end $$;

create function make_token(hash_ bytea, name_ text, scope_ text, until_ timestamptz) returns uuid
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  token_id uuid;
begin
  if own_organization() is null then
    raise exception 'nobody is logged in' using errcode = 'insufficient_privilege';
  end if;
  insert into token (hash, person, name, scope, expires_at) values (hash_, current_person(), name_, scope_, until_) returning id into token_id;
  perform add_to_audit('token made', null, null, token_id, '{}', null);
  return token_id;
end $$;

create function revoke_token(token_ uuid) returns boolean
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  update token set revoked_at = now() where id = token_ and person = current_person() and revoked_at is null;
  if found then
    perform add_to_audit('token revoked', null, null, token_, '{}', null);
    return true;
  end if;
  return false;
end $$;

create function token_facts(hash_ bytea) returns table (person uuid, scope text)
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select t.person, t.scope from token t where t.hash = hash_ and t.revoked_at is null and t.expires_at > now()
     and not exists (select from departure d where d.person = t.person) $$;

-- ---- what the application's role may do ----

revoke all on all functions in schema plumbline from public;
grant usage on schema plumbline to ${application};
grant select, insert on organization, person, departure, agreement, oversight, seat, seat_end, sending, version, sign_off, comment, load, result,
  publication, request, request_answer, task, task_done, notice to ${application};
grant select on audit to ${application};
grant select (id, person, name, scope, made_at, expires_at, revoked_at) on token to ${application};
grant execute on function current_person(), own_organization(), administers(uuid), administers_installation(), seated(uuid), is_party(uuid), oversees(uuid),
  sees(uuid, uuid, uuid), sees_agreement(uuid), writes(uuid, uuid), is_in_own_room(uuid, uuid), meets(uuid), audit_broken_at(), can_log_in(text), log_in_failed(uuid), logged_in(uuid),
  account_of(uuid), link_to_join(uuid, bytea, timestamptz), link_facts(bytea), begin_installation(bytea, text, text, text, text),
  join_installation(bytea, text), make_token(bytea, text, text, timestamptz), revoke_token(uuid), token_facts(bytea) to ${application};
