-- Logging in by OpenID Connect: the provider says who somebody is; that they are known here, the register says.

create function known_by_email(email_ text) returns uuid
  language sql stable security definer set search_path = plumbline, pg_temp as
$$ select p.id from person p where p.email = lower(email_) and not exists (select from departure d where d.person = p.id) $$;

revoke all on function known_by_email(text) from public;
grant execute on function known_by_email(text) to ${application};
