alter table drafts add column embargo integer;
update drafts set embargo = (select embargo from stories where stories.id = drafts.story_id);

create table late_pictures (
    wire_item integer not null references wire_items (id),
    address text not null,
    tries integer not null,
    next_at integer not null,
    primary key (wire_item, address)
);
create index late_pictures_due on late_pictures (next_at);
