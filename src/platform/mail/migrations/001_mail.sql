create table mail_message (
  id text not null primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  queued_at text not null,
  sent_at text
) strict;
