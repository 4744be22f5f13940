-- A party does not see the drafts of the other, so it cannot number past them: a request has its number by the order of sending.
alter table request drop constraint request_number;
alter table request drop column number;
