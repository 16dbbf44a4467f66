alter table wire_states add column moved_to text;
alter table wire_states add column moved_from text;

create table source_marks (wire text primary key, at timestamptz not null);
create table arrivals (
    wire text not null,
    name text not null,
    kind text not null,
    series text,
    dated timestamptz not null,
    tries integer not null,
    next_at timestamptz not null,
    done timestamptz,
    primary key (wire, name)
);
create index arrivals_due on arrivals (wire, dated) where done is null;

create table hub_subscriptions (
    wire text primary key,
    hub text not null,
    topic text not null,
    key text not null unique,
    secret text not null,
    asked timestamptz not null,
    until timestamptz,
    rung timestamptz,
    refused text
);
