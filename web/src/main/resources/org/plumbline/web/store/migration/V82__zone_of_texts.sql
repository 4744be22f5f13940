-- The zone of a text, so that lists of several agreements show each time in the zone of its agreement.

alter table version add column zone text check (length(zone) between 1 and 100);
comment on column version.zone is 'the zone of the agreement as this text has it; empty: it cannot be read, or was written before zones were kept';

-- The zone of an agreement as far as the person sees a text or result of it; UTC otherwise.
create function zone_of(of_agreement uuid) returns text
  language sql stable set search_path = plumbline, pg_temp as
$$ select coalesce(
     (select v.zone from version v where v.agreement = of_agreement and v.zone is not null order by v.written_at desc limit 1),
     (select r.zone from result r where r.agreement = of_agreement and r.zone is not null order by r.evaluated_at desc limit 1),
     'UTC') $$;

revoke all on function zone_of(uuid) from public;
grant execute on function zone_of(uuid) to ${application};
