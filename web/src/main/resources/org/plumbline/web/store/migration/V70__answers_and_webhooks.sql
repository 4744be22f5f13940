-- What a program may ask twice, who carries mail and webhooks, and webhooks (docs/howto/call-the-api.md).

-- ---- a request that is sent again is answered as before ----

create table answered (
  hash bytea primary key,
  person uuid not null references person,
  begun_at timestamptz not null,
  request bytea,
  status integer,
  answer bytea,
  check ((status is null) = (answer is null) and (status is null) = (request is null))
);
create index answered_begun on answered (begun_at);
alter table answered enable row level security;
comment on table answered is 'requests with an Idempotency-Key of the last 24 hours: the hash of person and key, the hash of the request, and the answer, sealed with the key itself';

-- Begins one; a row if it was begun before: without a status while it is being answered, or was cut off.
create function begin_answer(hash_ bytea, at_ timestamptz) returns table (request bytea, status integer, answer bytea)
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  if own_organization() is null then
    raise exception 'nobody is logged in' using errcode = 'insufficient_privilege';
  end if;
  delete from answered a where a.begun_at < at_ - interval '24 hours';
  insert into answered (hash, person, begun_at) values (hash_, current_person(), at_) on conflict do nothing;
  if not found then
    return query select a.request, a.status, a.answer from answered a where a.hash = hash_ and a.person = current_person();
  end if;
end $$;

create function keep_answer(hash_ bytea, request_ bytea, status_ integer, answer_ bytea) returns void
  language sql security definer set search_path = plumbline, pg_temp as
$$ update answered set request = request_, status = status_, answer = answer_ where hash = hash_ and person = current_person() and status is null $$;

-- Nothing was recorded: the key may be used again.
create function forget_answer(hash_ bytea) returns void
  language sql security definer set search_path = plumbline, pg_temp as
$$ delete from answered where hash = hash_ and person = current_person() and status is null $$;

-- ---- who carries mail and webhooks: the server that was started last, and nothing else that has the role of the application ----

create table courier (hash bytea primary key, appointed_at timestamptz not null default now());
alter table courier enable row level security;
comment on table courier is 'the hash of a secret that the running server keeps in memory alone; with it, it asks what is to be mailed and delivered';

create function must_be_courier(secret_ text) returns void
  language plpgsql stable security definer set search_path = plumbline, pg_temp as
$$ begin
  if not exists (select from courier where hash = sha256(convert_to(secret_, 'UTF8'))) then
    raise exception 'only the server that runs carries this' using errcode = 'insufficient_privilege';
  end if;
end $$;

alter function messages_to_mail(integer) rename to every_message_to_mail;
alter function message_tried(uuid, text, text) rename to record_message_try;
revoke all on function every_message_to_mail(integer), record_message_try(uuid, text, text) from ${application};

create function messages_to_mail(secret_ text, hour_of_digest integer) returns table (message uuid, person uuid, name text, email text, is_formal boolean,
    at_once boolean, agreement text, subject text, text text, path text, made_at timestamptz)
  language plpgsql stable security definer set search_path = plumbline, pg_temp as
$$ begin
  perform must_be_courier(secret_);
  return query select * from every_message_to_mail(hour_of_digest);
end $$;

create function message_tried(secret_ text, message_ uuid, outcome_ text, reason_ text) returns void
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  perform must_be_courier(secret_);
  perform record_message_try(message_, outcome_, reason_);
end $$;

-- ---- webhooks ----

create table webhook (
  id uuid primary key default gen_random_uuid(),
  organization uuid not null references organization,
  name text not null check (length(name) between 1 and 100),
  url text not null check (url ~ '^https?://' and length(url) <= 2000),
  kinds text[] not null default '{}',
  secret text not null,
  registered_by uuid not null references person,
  registered_at timestamptz not null default now()
);
create index webhook_organization on webhook (organization);
comment on table webhook is 'an address that a program of an organization is told at; its secret signs what it is told';
comment on column webhook.kinds is 'of what it is told, such as version.sent; empty: of all';

create table webhook_end (
  id uuid primary key default gen_random_uuid(),
  webhook uuid not null unique references webhook,
  reason text not null,
  ended_by uuid references person,
  ended_at timestamptz not null default now()
);
comment on table webhook_end is 'a webhook that is told no more: somebody ended it, or the address answered that it is gone';

create table webhook_event (
  id uuid primary key default gen_random_uuid(),
  webhook uuid not null references webhook,
  kind text not null,
  payload text not null,
  made_at timestamptz not null default now()
);
create index webhook_event_webhook on webhook_event (webhook, made_at);
comment on table webhook_event is 'what a webhook is to be told: goes in with the act that it is about, or not at all';

create table webhook_try (
  id uuid primary key default gen_random_uuid(),
  event uuid not null references webhook_event,
  outcome text not null check (outcome in ('delivered', 'failed')),
  status integer,
  reason text,
  tried_at timestamptz not null
);
create index webhook_try_event on webhook_try (event);
comment on table webhook_try is 'what became of an event when it was to be delivered';

do $$
declare
  name_ text;
begin
  call keep_for_good('webhook');
  call keep_for_good('webhook_end');
  foreach name_ in array array['webhook_event', 'webhook_try'] loop
    execute format('create trigger refuse before update or delete or truncate on %I for each statement execute function refuse()', name_);
    execute format('alter table %I enable row level security', name_);
    execute format('grant select on %I to ${application}', name_);
  end loop;
end $$;
revoke select on webhook from ${application};
grant select (id, organization, name, url, kinds, registered_by, registered_at) on webhook to ${application};

-- Those who look after the people of the organization itself; who looks after the server does not look after others' webhooks.
create function keeps_webhooks(of_organization uuid) returns boolean
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select coalesce(of_organization = own_organization() and administers(of_organization), false) $$;

alter table webhook enable row level security;
create policy see on webhook for select using (keeps_webhooks(organization));
create policy add on webhook for insert with check (keeps_webhooks(organization) and registered_by = current_person());
alter table webhook_end enable row level security;
create policy see on webhook_end for select using (exists (select from webhook w where w.id = webhook));
create policy add on webhook_end for insert with check (ended_by = current_person() and exists (select from webhook w where w.id = webhook));
create policy see on webhook_event for select using (exists (select from webhook w where w.id = webhook));
create policy see on webhook_try for select using (exists (select from webhook_event e where e.id = event));

-- Where a program reads what an event is about.
create function address_of(name_ text, agreement_ uuid, id_ uuid) returns text
  language sql immutable as
$$ select '/api/agreements/' || agreement_ || case name_
     when 'version' then '/versions/' || id_ when 'load' then '/records/' || id_ when 'result' then '/results/' || id_
     when 'request' then '/requests/' || id_ when 'comment' then '/comments/' || id_ when 'conops' then '/conops/' || id_
     when 'publication' then '/publications' when 'notice' then '/notices' when 'notice_answer' then '/notices' when 'review' then '/reviews'
     when 'review_note' then '/reviews' when 'report_decision' then '/publications' when 'buy_in' then '/buy-in' when 'statement' then '/guide'
     when 'informed' then '/oversight' when 'delivery_statement' then '/records' else '' end $$;

-- An event says what happened and where it is read; what is read there, the token of who reads decides.
create function event_payload(kind_ text, agreement_ uuid, organization_ uuid, id_ uuid, address_ text) returns text
  language sql stable as
$$ select json_build_object('type', kind_, 'timestamp', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
     'data', json_build_object('agreement', agreement_, 'organization', organization_, 'id', id_, 'address', address_))::text $$;

-- Tells the webhooks of all who see it: of what lies on the table both parties and those who oversee, of the rest nobody.
create function announce() returns trigger
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  row_ jsonb := to_jsonb(new);
  agreement_ uuid := (row_ ->> 'agreement')::uuid;
  id_ uuid := (row_ ->> 'id')::uuid;
  name_ text := tg_table_name;
  kind_ text := tg_table_name || '.recorded';
  found_ boolean;
begin
  if agreement_ is null or not exists (select from webhook) then
    return null;
  end if;
  if tg_table_name = 'sending' then
    id_ := (row_ ->> 'subject')::uuid;
    for name_ in select name from room loop
      execute format('select exists (select from %I where id = $1)', name_) into found_ using id_;
      exit when found_;
    end loop;
    kind_ := name_ || '.sent';
  elsif exists (select from room where name = tg_table_name) then
    return null;
  end if;
  insert into webhook_event (webhook, kind, payload)
    select w.id, kind_, event_payload(kind_, agreement_, (row_ ->> 'organization')::uuid, id_, address_of(name_, agreement_, id_))
    from webhook w join agreement a on a.id = agreement_
    where (cardinality(w.kinds) = 0 or kind_ = any(w.kinds))
      and not exists (select from webhook_end e where e.webhook = w.id)
      and (a.organization = w.organization
        or (exists (select from sending s where s.agreement = agreement_)
          and (w.organization in (a.customer, a.provider)
            or exists (select from oversight o where o.agreement = agreement_ and o.overseer = w.organization))));
  return null;
end $$;

-- Every table of formal acts, those of later migrations too. Rooms are announced by what is sent of them.
do $$
declare
  name_ text;
begin
  for name_ in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agreement' and not a.attisdropped
      where c.relnamespace = 'plumbline'::regnamespace and c.relkind = 'r' and c.relname not in ('audit', 'message', 'seat')
        and c.relname not in (select name from room) loop
    execute format('create trigger announce after insert on %I for each row execute function announce()', name_);
  end loop;
end $$;

create or replace procedure keep_for_good(name_ text) language plpgsql as
$$ begin
  execute format('create trigger refuse before update or delete or truncate on %I for each statement execute function refuse()', name_);
  execute format('create trigger seal after insert on %I for each row execute function seal()', name_);
  execute format('create trigger announce after insert on %I for each row execute function announce()', name_);
  execute format('grant select, insert on %I to ${application}', name_);
end $$;

-- All that can be told of.
create function webhook_kinds() returns setof text
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select name || '.sent' from room
   union select c.relname || '.recorded' from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'plumbline'::regnamespace and t.tgname = 'announce' and c.relname not in (select name from room)
       and c.relname <> 'sending' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agreement' and not a.attisdropped)
   order by 1 $$;

create function try_webhook(webhook_ uuid) returns uuid
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$
declare
  event_ uuid;
begin
  insert into webhook_event (webhook, kind, payload)
    select w.id, 'test', event_payload('test', null, w.organization, w.id, '/api/webhooks') from webhook w
    where w.id = webhook_ and keeps_webhooks(w.organization) and not exists (select from webhook_end e where e.webhook = w.id)
    returning id into event_;
  return event_;
end $$;

-- Ten tries within three days and a half, as Standard Webhooks has them.
create function webhooks_due(secret_ text, at_ timestamptz) returns table (event uuid, url text, secret text, payload text)
  language plpgsql stable security definer set search_path = plumbline, pg_temp as
$$ begin
  perform must_be_courier(secret_);
  return query
    select e.id, w.url, w.secret, e.payload
    from webhook_event e join webhook w on w.id = e.webhook
      cross join lateral (select count(*)::integer as tries, max(t.tried_at) as last, coalesce(bool_or(t.outcome = 'delivered'), false) as done
        from webhook_try t where t.event = e.id) t
    where not t.done and t.tries < 10 and e.made_at > at_ - interval '8 days'
      and (t.tries = 0 or t.last + (array[interval '5 seconds', interval '5 minutes', interval '30 minutes', interval '2 hours', interval '5 hours',
        interval '10 hours', interval '14 hours', interval '20 hours', interval '24 hours'])[t.tries] <= at_)
      and not exists (select from webhook_end x where x.webhook = w.id)
    order by e.made_at, e.id limit 200;
end $$;

create function webhook_tried(secret_ text, event_ uuid, outcome_ text, status_ integer, reason_ text, at_ timestamptz) returns void
  language plpgsql security definer set search_path = plumbline, pg_temp as
$$ begin
  perform must_be_courier(secret_);
  insert into webhook_try (event, outcome, status, reason, tried_at) values (event_, outcome_, status_, left(reason_, 500), at_);
  if status_ = 410 then
    insert into webhook_end (webhook, reason) select webhook, 'The address answered that it is gone (410).' from webhook_event where id = event_
      on conflict do nothing;
  end if;
end $$;

-- ---- what one agreement's row says of another's row lies in the same agreement ----

alter table load add constraint load_of_agreement unique (agreement, id);
alter table publication add constraint publication_of_agreement unique (agreement, id);
alter table result add constraint result_of_agreement unique (agreement, id);
alter table version add constraint version_of_agreement unique (agreement, id);
alter table request add constraint request_of_agreement unique (agreement, id);
alter table notice add constraint notice_of_agreement unique (agreement, id);
alter table review add constraint review_of_agreement unique (agreement, id);
alter table review_note add constraint review_note_of_agreement unique (agreement, id);
alter table conops add constraint conops_of_agreement unique (agreement, id);
alter table comment add constraint comment_of_agreement unique (agreement, id);
alter table sign_off add constraint sign_off_of_agreement unique (agreement, id);
alter table signing_order add constraint signing_order_of_agreement unique (agreement, id);

alter table load add foreign key (agreement, version) references version (agreement, id);
alter table result add foreign key (agreement, version) references version (agreement, id);
alter table version add foreign key (agreement, rests_on) references version (agreement, id);
alter table sign_off add foreign key (agreement, version) references version (agreement, id);
alter table publication add foreign key (agreement, result) references result (agreement, id);
alter table publication add foreign key (agreement, restates) references publication (agreement, id);
alter table request_answer add foreign key (agreement, request) references request (agreement, id);
alter table delivery_statement add foreign key (agreement, load) references load (agreement, id);
alter table report_decision add foreign key (agreement, publication) references publication (agreement, id);
alter table notice_answer add foreign key (agreement, notice) references notice (agreement, id);
alter table review_note add foreign key (agreement, review) references review (agreement, id);
alter table review_note add foreign key (agreement, about) references review_note (agreement, id);
alter table conops_certification add foreign key (agreement, conops) references conops (agreement, id);
alter table term_acceptance add foreign key (agreement, version) references version (agreement, id);
alter table comment add foreign key (agreement, version) references version (agreement, id);
alter table comment add foreign key (agreement, answers) references comment (agreement, id);
alter table comment_resolution add foreign key (agreement, comment) references comment (agreement, id);
alter table buy_in add foreign key (agreement, version) references version (agreement, id);
alter table signing_order add foreign key (agreement, accepts) references signing_order (agreement, id);
alter table signature_file add foreign key (agreement, sign_off) references sign_off (agreement, id);

revoke all on function begin_answer(bytea, timestamptz), keep_answer(bytea, bytea, integer, bytea), forget_answer(bytea), must_be_courier(text),
  messages_to_mail(text, integer), message_tried(text, uuid, text, text), keeps_webhooks(uuid), webhook_kinds(), address_of(text, uuid, uuid),
  event_payload(text, uuid, uuid, uuid, text), announce(), try_webhook(uuid), webhooks_due(text, timestamptz),
  webhook_tried(text, uuid, text, integer, text, timestamptz) from public;
grant execute on function begin_answer(bytea, timestamptz), keep_answer(bytea, bytea, integer, bytea), forget_answer(bytea),
  messages_to_mail(text, integer), message_tried(text, uuid, text, text), keeps_webhooks(uuid), webhook_kinds(), try_webhook(uuid), webhooks_due(text, timestamptz),
  webhook_tried(text, uuid, text, integer, text, timestamptz) to ${application};
