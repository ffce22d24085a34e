select asks, choice, words, freed
from plan_initiative
where in_reach(board_id) and unit_id = :unit and programme_id = :programme
