-- Who came to a group after something was shared with it does not see that, until its owner shares it anew.
alter table plan_peer_group_member add column joined_at text not null default '';
alter table plan_share add column shared_at text not null default '';
