-- Rooms for later tables, and the outbox.

-- ---- rooms: one rule for all tables whose rows belong to a party until it sends them ----

create table room (name text primary key);
alter table room enable row level security;
comment on table room is 'the tables whose rows stand in the room of a party until it sends them';
insert into room values ('version'), ('sign_off'), ('comment'), ('load'), ('result'), ('publication'), ('request'), ('request_answer'), ('task'),
  ('task_done'), ('notice');

-- Nothing of it is changed or taken back, and each new row is sealed.
create procedure keep_for_good(name_ text) language plpgsql as
$$ begin
  execute format('create trigger refuse before update or delete or truncate on %I for each statement execute function refuse()', name_);
  execute format('create trigger seal after insert on %I for each row execute function seal()', name_);
  execute format('grant select, insert on %I to ${application}', name_);
end $$;

-- Makes a table a room: it has the columns id, agreement and organization, and in `by_` the person who adds (or null).
create procedure make_room(name_ text, by_ text) language plpgsql as
$$ begin
  execute format('alter table %I enable row level security', name_);
  execute format('create policy see on %I for select using (sees(agreement, organization, id))', name_);
  execute format('create policy add on %I for insert with check (writes(agreement, organization)%s)', name_,
    case when by_ is null then '' else ' and ' || quote_ident(by_) || ' = current_person()' end);
  call keep_for_good(name_);
  insert into room values (name_);
end $$;

-- Whether something stands in the own room: nobody sends what is another's.
create or replace function is_in_own_room(of_agreement uuid, subject_ uuid) returns boolean
  language plpgsql stable security definer set search_path = plumbline, pg_temp as
$$
declare
  name_ text;
  found_ boolean;
begin
  for name_ in select name from room loop
    execute format('select exists (select from %I where id = $1 and agreement = $2 and organization = own_organization())', name_)
      into found_ using subject_, of_agreement;
    if found_ then
      return true;
    end if;
  end loop;
  return false;
end $$;

-- ---- the outbox: what is told to people goes in with the act that it is about, or not at all ----

create table message (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references person,
  agreement uuid references agreement,
  is_formal boolean not null,
  subject text not null check (length(subject) between 1 and 200 and subject !~ '[\r\n]'),
  text text not null check (length(text) <= 20000),
  path text not null check (path ~ '^/[^\r\n]*$'),
  made_by uuid not null references person,
  made_at timestamptz not null default now()
);
create index message_person on message (person);
comment on table message is 'what is told to a person, also by mail; a formal notice is mailed whatever the person asked for';

create table message_try (
  id uuid primary key default gen_random_uuid(),
  message uuid not null references message,
  outcome text not null check (outcome in ('sent', 'failed', 'not-wanted')),
  reason text,
  tried_at timestamptz not null default now()
);
create index message_try_message on message_try (message);
comment on table message_try is 'what became of a message when it was to be mailed';

create table mail_wish (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references person,
  wish text not null check (wish in ('at-once', 'daily', 'formal-only')),
  said_at timestamptz not null default now()
);
comment on table mail_wish is 'how a person wants to be mailed; the last one holds. Formal notices come at once in any case';

do $$ begin
  call keep_for_good('message');
  call keep_for_good('message_try');
  call keep_for_good('mail_wish');
end $$;
revoke insert on message_try from ${application};

-- Somebody to whom the person of this transaction may say something: of the own organization, or across a table.
create function may_tell(to_ uuid, about uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select coalesce((about is null or sees_agreement(about)) and exists (select from person p where p.id = to_
     and (p.organization = own_organization()
          or (about is not null and exists (select from sending s where s.agreement = about)
              and (exists (select from agreement a where a.id = about and p.organization in (a.customer, a.provider))
                   or exists (select from oversight o where o.agreement = about and o.overseer = p.organization))))), false) $$;

alter table message enable row level security;
create policy see on message for select using (person = current_person() or made_by = current_person());
create policy add on message for insert with check (made_by = current_person() and may_tell(person, agreement));

alter table message_try enable row level security;
create policy see on message_try for select using (exists (select from message m where m.id = message and m.person = current_person()));

alter table mail_wish enable row level security;
create policy see on mail_wish for select using (person = current_person());
create policy add on mail_wish for insert with check (person = current_person());

-- Messages that are to be mailed now: formal ones and those of people who want each at once; others once a day, at the hour said.
create function messages_to_mail(hour_of_digest integer) returns table (message uuid, person uuid, name text, email text, is_formal boolean, at_once boolean,
    agreement text, subject text, text text, path text, made_at timestamptz)
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select m.id, p.id, p.name, p.email, m.is_formal, m.is_formal or w.wish = 'at-once', a.title, m.subject, m.text, m.path, m.made_at
   from message m join person p on p.id = m.person left join agreement a on a.id = m.agreement
     cross join lateral (select coalesce((select wish from mail_wish where mail_wish.person = p.id order by said_at desc limit 1), 'daily') as wish) w
     cross join lateral (select count(*) as tries, max(tried_at) as last, bool_or(outcome <> 'failed') as done from message_try t where t.message = m.id) t
   where coalesce(t.done, false) = false and t.tries < 12
     and (t.tries = 0 or t.last < now() - interval '1 minute' * power(2, least(t.tries, 10)))
     and not exists (select from departure d where d.person = p.id)
     and (m.is_formal or w.wish = 'at-once' or (w.wish = 'daily' and extract(hour from now() at time zone 'UTC') = hour_of_digest
            and m.made_at < date_trunc('hour', now())))
   order by p.id, m.made_at, m.id
   limit 500 $$;

create function message_tried(message_ uuid, outcome_ text, reason_ text) returns void
  language sql security definer set search_path = plumbline, pg_temp as
$$ insert into message_try (message, outcome, reason) values (message_, outcome_, left(reason_, 1000)) $$;

-- Who holds one of the roles on an agreement today; all who have a seat if no role is named.
create function seated_people(of_agreement uuid, of_organization uuid, roles text[]) returns setof uuid
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select distinct s.person from seat s left join seat_end e on e.seat = s.id
   where s.person is not null and s.organization = of_organization and (s.agreement is null or s.agreement = of_agreement)
     and (cardinality(roles) = 0 or s.role = any(roles))
     and s.from_day <= current_date and coalesce(s.until_day, 'infinity') >= current_date and coalesce(e.last_day, 'infinity') >= current_date
     and not exists (select from departure d where d.person = s.person)
     and sees_agreement(of_agreement) $$;

revoke all on function may_tell(uuid, uuid), messages_to_mail(integer), message_tried(uuid, text, text), seated_people(uuid, uuid, text[]),
  is_in_own_room(uuid, uuid) from public;
revoke all on procedure keep_for_good(text), make_room(text, text) from public;
grant execute on function may_tell(uuid, uuid), messages_to_mail(integer), message_tried(uuid, text, text), seated_people(uuid, uuid, text[]),
  is_in_own_room(uuid, uuid) to ${application};
