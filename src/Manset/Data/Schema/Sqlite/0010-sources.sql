alter table wire_states add column moved_to text;
alter table wire_states add column moved_from text;

create table source_marks (wire text primary key, at integer not null);
create table arrivals (
    wire text not null,
    name text not null,
    kind text not null,
    series text,
    dated integer not null,
    tries integer not null,
    next_at integer not null,
    done integer,
    primary key (wire, name)
);
create index arrivals_due on arrivals (wire, dated) where done is null;

create table hub_subscriptions (
    wire text primary key,
    hub text not null,
    topic text not null,
    key text not null unique,
    secret text not null,
    asked integer not null,
    until integer,
    rung integer,
    refused text
);
