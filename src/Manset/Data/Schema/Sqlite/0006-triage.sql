-- Codes of an item's subjects with all wider ones, and their names, folded: |medtop:20000822|medtop:15000000|spor|sport|
alter table wire_items add column topics text not null default '';
-- Whoever put an item into a section by hand: later takes stay there.
alter table wire_items add column assigned_by text;
create index wire_items_by_wire on wire_items (wire, received);

-- What someone at the desk did with an item of the wire; undone, the row stays and says by whom.
create table handlings (
    id integer primary key autoincrement,
    wire_item integer not null references wire_items (id) on delete cascade,
    kind text not null,
    section text,
    section_before text,
    assigned_before text,
    by text not null,
    at integer not null,
    undone_by text,
    undone_at integer
);
create index handlings_of_item on handlings (wire_item);

create table saved_searches (
    id integer primary key autoincrement,
    name text not null,
    search text not null,
    by text not null,
    shared integer not null,
    at integer not null
);
-- How far a member has seen a search, as a place in the ledger, and how it calls them.
create table followed_searches (
    search integer not null references saved_searches (id) on delete cascade,
    member text not null,
    seen integer not null,
    sound integer not null,
    notice integer not null,
    primary key (search, member)
);
