SELECT count(*), max("m:opened"), max("m:resolved"), max("m:closed"), max("m:cancelled"), max("f:priority") FROM "tickets.cases";

SELECT count(*), max(case_no), max(f), max(u), max(mask) FROM "tickets.atoms";
