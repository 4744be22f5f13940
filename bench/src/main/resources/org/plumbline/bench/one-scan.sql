SELECT count(*), max("m:opened"), max("m:resolved"), max("m:closed"), max("m:cancelled"), max("f:priority") FROM "tickets.cases";
