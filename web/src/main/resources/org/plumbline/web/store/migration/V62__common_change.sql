-- One change offered to many agreements (docs/howto/agree-and-sign.md): it stays in the room of the organization that wrote it; what goes to
-- another party is a text of its own for each agreement.

create table common_change (
  id uuid primary key default gen_random_uuid(),
  organization uuid not null references organization,
  title text not null check (length(title) between 1 and 300),
  reason text not null check (length(reason) between 1 and 2000),
  driver text not null check (driver in ('customer-operations', 'provider-performance', 'law', 'correction')),
  effective date not null,
  changes text not null,
  source uuid not null references agreement,
  version uuid not null references version,
  made_by uuid not null references person,
  made_at timestamptz not null default now()
);
comment on table common_change is 'values that are to change in many agreements, as text of JSON, taken from one draft';

create table common_change_offer (
  id uuid primary key default gen_random_uuid(),
  agreement uuid not null references agreement,
  organization uuid not null references organization,
  common_change uuid not null references common_change,
  version uuid not null references version,
  made_by uuid not null references person,
  made_at timestamptz not null default now()
);
comment on table common_change_offer is 'the text that a common change became in one agreement';
create index common_change_offer_change on common_change_offer (common_change);

alter table common_change enable row level security;
create policy see on common_change for select using (organization = own_organization());
create policy add on common_change for insert with check (writes(source, organization) and made_by = current_person());
call keep_for_good('common_change');

alter table common_change_offer enable row level security;
create policy see on common_change_offer for select using (organization = own_organization() and sees_agreement(agreement));
create policy add on common_change_offer for insert with check (writes(agreement, organization) and made_by = current_person());
call keep_for_good('common_change_offer');
