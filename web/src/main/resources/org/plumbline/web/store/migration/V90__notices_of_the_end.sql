-- A party may give notice that an agreement is not renewed (docs/meaning.md 40).

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in
  ('maintenance', 'closure', 'emergency', 'force-majeure', 'forecast', 'price-change', 'renewal', 'non-renewal', 'termination', 'other'));
