insert into plan_plan (board_id, id, format_id, version, kind, name, person_id, peer_group_id, unit_id, begun_on,
                       discussed_on, adopted_on, closed_on, revision)
values (:board, :id, :format, :version, :kind, :name, :person, :peer_group, :unit, :begun_on,
        :discussed_on, :adopted_on, :closed_on, :revision)
