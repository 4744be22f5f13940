-- That a QSMO or an office of auditors was informed (docs/howto/serve.md).

create table informed (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  overseer uuid not null references organization,
  text text not null check (length(text) between 1 and 20000),
  role text not null,
  informed_by uuid not null references person,
  informed_at timestamptz not null default now(),
  foreign key (agreement, overseer) references oversight (agreement, overseer)
);
create index informed_agreement on informed (agreement);
comment on table informed is 'that a party informed a QSMO or an office of auditors that it reads the agreement, of what, and in which role';

alter table informed enable row level security;
create policy see on informed for select using (sees_agreement(agreement));
create policy add on informed for insert with check (writes(agreement, organization) and informed_by = current_person());
call keep_for_good('informed');
