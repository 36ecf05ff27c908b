-- Statements for many are planned by keys alone, and their triggers with them: places before and after were compared each with each. They have no keys.
alter function voucher_places_are_moved() set enable_hashjoin to on;
