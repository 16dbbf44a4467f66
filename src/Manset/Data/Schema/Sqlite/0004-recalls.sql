create table receipts (
    id integer primary key,
    story_id integer not null references stories (id),
    entry integer not null,
    surface text not null,
    place text not null,
    asked integer not null,
    seen text,
    asked_at integer,
    gone_at integer,
    next_at integer,
    unique (entry, surface, place)
);
create index receipts_of_story on receipts (story_id);
create index receipts_due on receipts (next_at) where next_at is not null;

create table alarms (
    id integer primary key,
    cause text not null,
    story_id integer not null references stories (id),
    by text not null,
    why text,
    at integer not null
);
create index alarms_of_story on alarms (story_id);
create table acknowledgements (alarm_id integer primary key references alarms (id), by text not null, at integer not null);
