create index programme_participation_person on programme_participation (person_id);
