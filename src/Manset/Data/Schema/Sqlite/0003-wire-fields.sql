alter table wire_items add column kind text not null default 'Text';
alter table wire_items add column located text;
alter table wire_items add column rights text;
alter table wire_items add column usage_terms text;
alter table wire_items add column associations text not null default '[]';
