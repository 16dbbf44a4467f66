-- The wire list is walked by the hour at which items came, and searched by words; both over a million takes.
drop index wire_items_newest;
create index wire_items_newest on wire_items (edition, received desc, id desc) where newest;
create index wire_items_received on wire_items (received desc, id desc) where newest;
create index wire_items_in_section on wire_items (section, received desc, id desc) where newest;

create virtual table wire_search using fts5 (folded, content = 'wire_items', content_rowid = 'id', detail = 'none', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
insert into wire_search (wire_search) values ('rebuild');
create trigger wire_items_found after insert on wire_items begin insert into wire_search (rowid, folded) values (new.id, new.folded); end;
create trigger wire_items_lost after delete on wire_items begin insert into wire_search (wire_search, rowid, folded) values ('delete', old.id, old.folded); end;
