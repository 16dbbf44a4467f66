insert into id_blocks values ('Cluster', 1);

create table clusters (id integer primary key, since integer not null);

-- One row an item through all its takes.
create table companions (
    id integer primary key references wire_items (id),
    wire text not null,
    guid text not null,
    newest integer not null references wire_items (id),
    cluster integer references clusters (id),
    language text not null,
    at integer not null,
    withdrawn integer not null,
    sketch blob not null,
    terms blob not null,
    unique (wire, guid)
);
create index companions_of_cluster on companions (cluster) where cluster is not null;
create index companions_by_hour on companions (at);
create index companions_by_newest on companions (newest);

-- Under these an item is found: day by day, so that old days go in one piece.
create table wire_marks (day integer not null, mark integer not null, companion integer not null, primary key (day, mark, companion)) without rowid;

-- What a person decided of an item and a cluster; null takes it out.
create table placements (
    id integer primary key autoincrement,
    companion integer not null references companions (id),
    cluster integer references clusters (id),
    by text not null,
    at integer not null
);
create index placements_of_companion on placements (companion);

create table wire_shares (
    story_id integer primary key references stories (id),
    revision integer not null,
    words integer not null,
    taken integer not null
);

create index wire_items_of_delivery on wire_items (delivery);
create index deliveries_by_age on deliveries (wire, at, id);
