-- Lists are given page by page, the newest first: the database finds the next page without reading those before it.
create index version_written on version (agreement, written_at desc, id desc);
create index load_received on load (agreement, received_at desc, id desc);
create index result_evaluated on result (agreement, evaluated_at desc, id desc);
create index message_made on message (person, made_at desc, id desc);
drop index version_agreement, load_agreement, message_person;
