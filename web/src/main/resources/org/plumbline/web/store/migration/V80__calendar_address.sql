-- The address at which a calendar program gets what falls due for a person (docs/howto/calendar.md).

create table calendar_address (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references person,
  hash bytea not null unique,
  made_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table calendar_address is 'the secret address of a person''s calendar, hashed; one holds at a time, and it reads only';

alter table calendar_address enable row level security;
create policy see on calendar_address for select using (person = current_person());

-- Ends the address that a person has; whether there was one.
create function end_calendar_address() returns boolean
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  ended_ uuid;
begin
  update calendar_address set ended_at = now() where person = current_person() and ended_at is null returning id into ended_;
  if ended_ is null then
    return false;
  end if;
  perform add_to_audit('calendar address ended', null, null, ended_, '{}', null);
  return true;
end $$;

-- Makes a new address in the place of the one before.
create function make_calendar_address(hash_ bytea) returns uuid
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  made_ uuid;
begin
  if own_organization() is null then
    raise exception 'nobody is logged in' using errcode = 'insufficient_privilege';
  end if;
  perform end_calendar_address();
  insert into calendar_address (person, hash) values (current_person(), hash_) returning id into made_;
  perform add_to_audit('calendar address made', null, null, made_, '{}', null);
  return made_;
end $$;

create function calendar_of(hash_ bytea) returns uuid
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select c.person from calendar_address c where c.hash = hash_ and c.ended_at is null
     and not exists (select from departure d where d.person = c.person) $$;

revoke all on function end_calendar_address(), make_calendar_address(bytea), calendar_of(bytea) from public;
grant select (id, person, made_at, ended_at) on calendar_address to ${application};
grant execute on function end_calendar_address(), make_calendar_address(bytea), calendar_of(bytea) to ${application};
