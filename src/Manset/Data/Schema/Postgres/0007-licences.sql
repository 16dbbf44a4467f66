alter table wire_items add column licence text not null default '{}';

alter table stories add column syndicate boolean not null default true;
alter table stories add column archive_days integer;
alter table stories add column expires timestamptz;
alter table stories add column lapsed boolean not null default false;
alter table stories add column terms text;
alter table stories add column copyright text;
create index stories_expiring on stories (expires) where expires is not null and not lapsed;
