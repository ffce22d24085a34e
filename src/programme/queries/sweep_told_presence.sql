delete from programme_told_presence
where told_on < :before
