-- Catalogs of measures, and what becomes of each metric that there is today (docs/howto/agree-and-sign.md).
--
-- Both lie on the table as soon as they are recorded. What is said of a metric again stands in the place of what was said before, which stays.

create table measure_catalog (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  file_name text not null check (length(file_name) between 1 and 300),
  measures integer not null check (measures > 0),
  content bytea not null check (length(content) <= 8388608),
  added_by uuid not null references person,
  added_at timestamptz not null default now()
);
comment on table measure_catalog is 'a workbook of measures as it was published';
create index measure_catalog_agreement on measure_catalog (agreement);

create table metric_choice (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  metric text not null check (length(metric) between 1 and 300),
  existing text check (length(existing) between 1 and 2000),
  wish text check (length(wish) between 1 and 2000),
  choice text check (choice in ('keep', 'change', 'drop')),
  reason text check (length(reason) between 1 and 20000),
  said_by uuid not null references person,
  said_at timestamptz not null default now(),
  check (choice is null or choice = 'keep' or reason is not null)
);
comment on table metric_choice is 'of a metric: what the provider measures today, what a party wishes, and whether it is kept, changed or dropped, and why';
create index metric_choice_agreement on metric_choice (agreement);

do $$
declare
  formal record;
begin
  for formal in select * from (values ('measure_catalog', 'added_by'), ('metric_choice', 'said_by')) as acts(name, by_) loop
    execute format('alter table %I enable row level security', formal.name);
    execute format('create policy see on %I for select using (sees_agreement(agreement))', formal.name);
    execute format('create policy add on %I for insert with check (writes(agreement, organization) and %I = current_person())', formal.name, formal.by_);
    call keep_for_good(formal.name);
  end loop;
end $$;
