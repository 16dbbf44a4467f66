-- Instants are timestamptz, UTC. Lists and facts are JSON.

create table id_blocks (name text primary key, next bigint not null);
insert into id_blocks values ('Story', 1), ('WireItem', 1), ('Comment', 1), ('Picture', 1), ('Delivery', 1);

create sequence ledger_ids;
create table ledger (
    id bigint primary key,
    act text not null,
    subject bigint not null,
    edition text,
    by text not null,
    at timestamptz not null,
    facts text not null
);
-- Ids commit in their order: whoever enters takes the lock, then draws the id, and holds the lock until the commit.
-- Without it a follower that has read 8 would never see a 7 that committed later.
create function enter_in_turn() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7205759403792);
    new.id := nextval('ledger_ids');
    perform pg_notify('ledger', '');
    return new;
end $$;
create trigger enter_in_turn before insert on ledger for each row execute function enter_in_turn();
create index ledger_by_subject on ledger (subject, id);

create table places (follower text primary key, entry bigint not null, failures integer not null);
create table leases (name text primary key, holder text not null, until timestamptz not null);

create table members (
    id bigint generated always as identity primary key,
    email text not null unique,
    name text not null,
    role text not null,
    password_hash text,
    stamp text not null,
    failed_tries integer not null,
    locked_until timestamptz
);
create table api_tokens (hash text primary key, name text not null, role text not null, made timestamptz not null);
create table invitations (hash text primary key, email text, role text not null, until timestamptz not null);

create table sealing_keys (name text primary key, xml text not null);

create table pictures (
    id bigint primary key,
    hash text not null unique,
    type text not null,
    width integer not null,
    height integer not null,
    kept timestamptz not null
);

create table wire_states (
    wire text primary key,
    entity_tag text,
    last_modified text,
    next_at timestamptz not null,
    failures integer not null,
    last_refusal text,
    last_heard timestamptz
);
create table deliveries (
    id bigint primary key,
    wire text not null,
    source text not null,
    hash text not null,
    content_type text,
    packed bytea not null,
    at timestamptz not null,
    unique (wire, hash)
);
create table wire_items (
    id bigint primary key,
    wire text not null,
    guid text not null,
    version integer not null,
    take integer not null,
    edition text not null,
    section text not null,
    language text,
    urgency integer,
    slug text,
    headline text not null,
    standfirst text,
    body text not null,
    byline text,
    dateline text,
    credit text,
    subjects text not null,
    keywords text not null,
    pictures text not null,
    embargo timestamptz,
    status text not null,
    sent timestamptz,
    received timestamptz not null,
    editorial_note text,
    corrects boolean not null,
    link text,
    delivery bigint not null references deliveries (id),
    fingerprint text not null,
    embargo_lifted boolean not null,
    newest boolean not null,
    folded text not null,
    unique (wire, guid, take)
);
create index wire_items_newest on wire_items (edition, received desc) where newest;
create index wire_items_embargoed on wire_items (embargo) where embargo is not null and not embargo_lifted;

create table stories (
    id bigint primary key,
    edition text not null,
    section text not null,
    slug text,
    permalink text not null,
    translation_of bigint references stories (id),
    latest integer not null,
    live integer,
    embargo timestamptz,
    urgency integer,
    first_published timestamptz,
    last_updated timestamptz,
    filed timestamptz not null,
    wire text,
    guid text,
    taken integer,
    newer_take integer,
    by_wire boolean not null
);
create index stories_live on stories (edition, first_published desc) where live is not null;
create index stories_live_in_section on stories (edition, section, first_published desc) where live is not null;
create index stories_of_wire on stories (wire, guid) where guid is not null;
create index stories_by_slug on stories (slug) where slug is not null;
create index stories_translations on stories (translation_of) where translation_of is not null;
create index stories_embargoed on stories (embargo) where embargo is not null;

create table revisions (
    story_id bigint not null references stories (id),
    number integer not null,
    section text not null,
    headline text not null,
    standfirst text not null,
    body text not null,
    byline text not null,
    dateline text not null,
    sources text not null,
    tags text not null,
    picture_id bigint,
    picture_alt text not null,
    picture_caption text not null,
    picture_credit text not null,
    by text not null,
    at timestamptz not null,
    primary key (story_id, number)
);
create index revisions_by_picture on revisions (picture_id) where picture_id is not null;

create table publications (id bigint generated always as identity primary key, story_id bigint not null references stories (id), revision integer not null, by text not null, at timestamptz not null, override text);
create index publications_of_story on publications (story_id);
create table corrections (id bigint generated always as identity primary key, story_id bigint not null references stories (id), revision integer not null, note text not null, by text not null, at timestamptz not null);
create index corrections_of_story on corrections (story_id);
create table kills (story_id bigint primary key references stories (id), by text not null, why text not null, at timestamptz not null);
create table spikes (story_id bigint primary key references stories (id), by text not null, at timestamptz not null);
create table drafts (story_id bigint not null references stories (id), member text not null, revision integer not null, copy text not null, at timestamptz not null, primary key (story_id, member));
create table leads (edition text not null, section text not null, story_id bigint not null references stories (id), by text not null, at timestamptz not null, primary key (edition, section));

create table comments (
    id bigint primary key,
    story_id bigint not null references stories (id),
    parent_id bigint references comments (id),
    name text not null,
    text text not null,
    hand text not null,
    at timestamptz not null,
    decision text not null,
    findings text not null,
    rewrite text,
    rules text not null,
    shown boolean not null
);
create index comments_shown on comments (story_id, id) where shown;
create index comments_of_story on comments (story_id, at);
create index comments_by_hand on comments (hand, at);
create index comments_held on comments (id) where decision = 'Hold';
create table approvals (comment_id bigint primary key references comments (id), by text not null, at timestamptz not null);
create table rejections (comment_id bigint primary key references comments (id), by text not null, why text not null, at timestamptz not null);

create table search (
    rowid bigint primary key,
    headline text not null,
    text text not null,
    edition text not null,
    at timestamptz not null,
    words tsvector generated always as (setweight(to_tsvector('simple', headline), 'A') || setweight(to_tsvector('simple', text), 'B')) stored
);
create index search_words on search using gin (words);
