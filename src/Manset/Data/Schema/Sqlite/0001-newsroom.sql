-- Instants are microseconds since 1970-01-01 UTC. Lists and facts are JSON.

create table id_blocks (name text primary key, next integer not null);
insert into id_blocks values ('Story', 1), ('WireItem', 1), ('Comment', 1), ('Picture', 1), ('Delivery', 1);

-- One writer at a time: ids commit in their order.
create table ledger (
    id integer primary key autoincrement,
    act text not null,
    subject integer not null,
    edition text,
    by text not null,
    at integer not null,
    facts text not null
);
create index ledger_by_subject on ledger (subject, id);

create table places (follower text primary key, entry integer not null, failures integer not null);
create table leases (name text primary key, holder text not null, until integer not null);

create table members (
    id integer primary key autoincrement,
    email text not null unique,
    name text not null,
    role text not null,
    password_hash text,
    stamp text not null,
    failed_tries integer not null,
    locked_until integer
);
create table api_tokens (hash text primary key, name text not null, role text not null, made integer not null);
create table invitations (hash text primary key, email text, role text not null, until integer not null);

create table sealing_keys (name text primary key, xml text not null);

create table pictures (
    id integer primary key,
    hash text not null unique,
    type text not null,
    width integer not null,
    height integer not null,
    kept integer not null
);

create table wire_states (
    wire text primary key,
    entity_tag text,
    last_modified text,
    next_at integer not null,
    failures integer not null,
    last_refusal text,
    last_heard integer
);
create table deliveries (
    id integer primary key,
    wire text not null,
    source text not null,
    hash text not null,
    content_type text,
    packed blob not null,
    at integer not null,
    unique (wire, hash)
);
create table wire_items (
    id integer primary key,
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
    embargo integer,
    status text not null,
    sent integer,
    received integer not null,
    editorial_note text,
    corrects integer not null,
    link text,
    delivery integer not null references deliveries (id),
    fingerprint text not null,
    embargo_lifted integer not null,
    newest integer not null,
    folded text not null,
    unique (wire, guid, take)
);
create index wire_items_newest on wire_items (edition, received desc) where newest;
create index wire_items_embargoed on wire_items (embargo) where embargo is not null and not embargo_lifted;

create table stories (
    id integer primary key,
    edition text not null,
    section text not null,
    slug text,
    permalink text not null,
    translation_of integer references stories (id),
    latest integer not null,
    live integer,
    embargo integer,
    urgency integer,
    first_published integer,
    last_updated integer,
    filed integer not null,
    wire text,
    guid text,
    taken integer,
    newer_take integer,
    by_wire integer not null
);
create index stories_live on stories (edition, first_published desc) where live is not null;
create index stories_live_in_section on stories (edition, section, first_published desc) where live is not null;
create index stories_of_wire on stories (wire, guid) where guid is not null;
create index stories_by_slug on stories (slug) where slug is not null;
create index stories_translations on stories (translation_of) where translation_of is not null;
create index stories_embargoed on stories (embargo) where embargo is not null;

create table revisions (
    story_id integer not null references stories (id),
    number integer not null,
    section text not null,
    headline text not null,
    standfirst text not null,
    body text not null,
    byline text not null,
    dateline text not null,
    sources text not null,
    tags text not null,
    picture_id integer,
    picture_alt text not null,
    picture_caption text not null,
    picture_credit text not null,
    by text not null,
    at integer not null,
    primary key (story_id, number)
) without rowid;
create index revisions_by_picture on revisions (picture_id) where picture_id is not null;

create table publications (id integer primary key autoincrement, story_id integer not null references stories (id), revision integer not null, by text not null, at integer not null, override text);
create index publications_of_story on publications (story_id);
create table corrections (id integer primary key autoincrement, story_id integer not null references stories (id), revision integer not null, note text not null, by text not null, at integer not null);
create index corrections_of_story on corrections (story_id);
create table kills (story_id integer primary key references stories (id), by text not null, why text not null, at integer not null);
create table spikes (story_id integer primary key references stories (id), by text not null, at integer not null);
create table drafts (story_id integer not null references stories (id), member text not null, revision integer not null, copy text not null, at integer not null, primary key (story_id, member));
create table leads (edition text not null, section text not null, story_id integer not null references stories (id), by text not null, at integer not null, primary key (edition, section));

create table comments (
    id integer primary key,
    story_id integer not null references stories (id),
    parent_id integer references comments (id),
    name text not null,
    text text not null,
    hand text not null,
    at integer not null,
    decision text not null,
    findings text not null,
    rewrite text,
    rules text not null,
    shown integer not null
);
create index comments_shown on comments (story_id, id) where shown;
create index comments_of_story on comments (story_id, at);
create index comments_by_hand on comments (hand, at);
create index comments_held on comments (id) where decision = 'Hold';
create table approvals (comment_id integer primary key references comments (id), by text not null, at integer not null);
create table rejections (comment_id integer primary key references comments (id), by text not null, why text not null, at integer not null);

create virtual table search using fts5 (headline, text, edition unindexed, at unindexed, tokenize = 'unicode61 remove_diacritics 0');
