-- The wire list is walked by the hour at which items came, and searched by words; both over a million takes.
drop index wire_items_newest;
create index wire_items_newest on wire_items (edition, received desc, id desc) where newest;
create index wire_items_received on wire_items (received desc, id desc) where newest;
create index wire_items_in_section on wire_items (section, received desc, id desc) where newest;

-- No vector holds more than a megabyte.
alter table wire_items add column words tsvector generated always as (to_tsvector('simple', left(folded, 200000))) stored;
create index wire_items_words on wire_items using gin (words);
