-- Documents of which something was refused, as they came. The bytes lie apart, so that a list reads none of them.
insert into id_blocks values ('Quarantined', 1);
create table quarantine (
    id integer primary key,
    wire text not null,
    source text not null,
    mark text not null,
    content_type text,
    address text,
    size integer not null,
    kept integer not null,
    faults text not null,
    refusals integer not null,
    times integer not null,
    first_at integer not null,
    last_at integer not null,
    unique (wire, mark)
);
create index quarantine_kept on quarantine (last_at, id, kept) where kept > 0;
create table quarantine_bytes (document integer primary key references quarantine (id) on delete cascade, packed blob not null);
create table departures (document integer primary key references quarantine (id) on delete cascade, by text not null, why text, at integer not null);
