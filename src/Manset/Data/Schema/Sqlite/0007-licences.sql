alter table wire_items add column licence text not null default '{}';

alter table stories add column syndicate integer not null default 1;
alter table stories add column archive_days integer;
alter table stories add column expires integer;
alter table stories add column lapsed integer not null default 0;
alter table stories add column terms text;
alter table stories add column copyright text;
create index stories_expiring on stories (expires) where expires is not null and not lapsed;
