create table receipts (
    id bigint generated always as identity primary key,
    story_id bigint not null references stories (id),
    entry bigint not null,
    surface text not null,
    place text not null,
    asked integer not null,
    seen text,
    asked_at timestamptz,
    gone_at timestamptz,
    next_at timestamptz,
    unique (entry, surface, place)
);
create index receipts_of_story on receipts (story_id);
create index receipts_due on receipts (next_at) where next_at is not null;

create table alarms (
    id bigint generated always as identity primary key,
    cause text not null,
    story_id bigint not null references stories (id),
    by text not null,
    why text,
    at timestamptz not null
);
create index alarms_of_story on alarms (story_id);
create table acknowledgements (alarm_id bigint primary key references alarms (id), by text not null, at timestamptz not null);
