-- Documents of which something was refused, as they came. The bytes lie apart, so that a list reads none of them.
insert into id_blocks values ('Quarantined', 1);
create table quarantine (
    id bigint primary key,
    wire text not null,
    source text not null,
    mark text not null,
    content_type text,
    address text,
    size bigint not null,
    kept bigint not null,
    faults text not null,
    refusals integer not null,
    times integer not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    unique (wire, mark)
);
create index quarantine_kept on quarantine (last_at, id, kept) where kept > 0;
create table quarantine_bytes (document bigint primary key references quarantine (id) on delete cascade, packed bytea not null);
create table departures (document bigint primary key references quarantine (id) on delete cascade, by text not null, why text, at timestamptz not null);
