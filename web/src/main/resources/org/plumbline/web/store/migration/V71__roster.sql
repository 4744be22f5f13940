-- Delegation, acting, vacancy, and roles that an agreement declares (docs/howto/who-holds-what.md).

alter table seat add column declared text check (declared ~ '^[a-z][a-z0-9-]{0,62}$');
alter table seat add column reason text check (length(reason) between 1 and 2000);
comment on column seat.declared is 'the role as the agreement declares it, where it does; role is the one of M3 for which it stands';
comment on column seat.reason is 'why somebody acts or was delegated, why nobody holds it';

-- Whether the person of this transaction may have somebody of their own party stand in for them: days with an end, within their own; a contracting officer's
-- warrant is personal.
create function may_delegate(seat_ uuid, organization_ uuid, role_ text, declared_ text, agreement_ uuid, person_ uuid, from_ date, until_ date) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select coalesce(exists (select from seat s left join seat_end e on e.seat = s.id
     where s.id = seat_ and s.person = current_person() and s.organization = own_organization() and s.organization = organization_
       and s.capacity in ('holder', 'acting') and s.role = role_ and s.declared is not distinct from declared_
       and role_ not in ('contracting-officer', 'auditor')
       and (s.agreement is null or s.agreement = agreement_)
       and from_ >= greatest(s.from_day, current_date) and until_ - from_ between 0 and 365
       and until_ <= least(coalesce(s.until_day, 'infinity'), coalesce(e.last_day, 'infinity')))
     and exists (select from person p where p.id = person_ and p.organization = organization_ and p.id <> current_person())
     and not exists (select from departure d where d.person = person_), false) $$;

create policy delegate on seat for insert with check (
  given_by = current_person() and capacity = 'delegate'
  and may_delegate(instead_of, organization, role, declared, agreement, person, from_day, until_day));

create function is_own_delegation(seat_ uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select exists (select from seat s join seat o on o.id = s.instead_of
     where s.id = seat_ and s.capacity = 'delegate' and o.person = current_person() and o.organization = own_organization()) $$;

create policy take_back on seat_end for insert with check (ended_by = current_person() and is_own_delegation(seat));

-- Who stands in for somebody does so no longer than that one sits there.
create function end_with_seat() returns trigger
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  insert into seat_end (seat, last_day, ended_by)
    select s.id, new.last_day, new.ended_by from seat s
    where s.instead_of = new.seat and s.capacity = 'delegate' and not exists (select from seat_end e where e.seat = s.id);
  return null;
end $$;
create trigger end_with_seat after insert on seat_end for each row execute function end_with_seat();

create function end_with_person() returns trigger
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  insert into seat_end (seat, last_day, ended_by)
    select s.id, current_date - 1, new.told_by from seat s join seat o on o.id = s.instead_of
    where o.person = new.person and s.capacity = 'delegate' and not exists (select from seat_end e where e.seat = s.id);
  return null;
end $$;
create trigger end_with_person after insert on departure for each row execute function end_with_person();

-- A role that somebody holds again is vacant no more.
create function fill_vacancy() returns trigger
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  if new.capacity = 'holder' then
    insert into seat_end (seat, last_day, ended_by)
      select s.id, new.from_day - 1, new.given_by from seat s
      where s.capacity = 'vacant' and s.organization = new.organization and s.role = new.role and s.declared is not distinct from new.declared
        and s.agreement is not distinct from new.agreement and not exists (select from seat_end e where e.seat = s.id);
  end if;
  return null;
end $$;
create trigger fill_vacancy after insert on seat for each row execute function fill_vacancy();

revoke all on function may_delegate(uuid, uuid, text, text, uuid, uuid, date, date), is_own_delegation(uuid), end_with_seat(), end_with_person(),
  fill_vacancy() from public;
grant execute on function may_delegate(uuid, uuid, text, text, uuid, uuid, date, date), is_own_delegation(uuid) to ${application};
