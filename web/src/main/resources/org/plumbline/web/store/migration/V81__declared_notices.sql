-- Notices that declare a time under an exclusion of the agreement, so that measuring heeds it (docs/meaning.md 19, 39).

alter table notice add column exclusion text check (length(exclusion) between 1 and 200);
alter table notice add column ground text check (length(ground) between 1 and 200);
alter table notice add column from_at timestamptz;
alter table notice add column until_at timestamptz;
alter table notice add constraint notice_declares check ((exclusion is null and ground is null) or from_at is not null);
alter table notice add constraint notice_ends check (until_at > from_at);
comment on column notice.exclusion is 'the exclusion of the agreement under which the notice declares a time; empty: it declares none';
comment on column notice.from_at is 'the first instant of the time that it declares';
comment on column notice.until_at is 'the first instant after it; empty: it lasts on';

alter table notice_answer drop constraint notice_answer_answer_check;
alter table notice_answer add constraint notice_answer_answer_check check (answer in ('received', 'objected', 'accepted', 'rejected'));
alter table notice_answer drop constraint notice_answer_check;
alter table notice_answer add constraint notice_answer_check check (answer in ('received', 'accepted') or reason is not null);
