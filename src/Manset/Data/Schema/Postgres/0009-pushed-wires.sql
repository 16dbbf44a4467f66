alter table api_tokens add column wire text;
