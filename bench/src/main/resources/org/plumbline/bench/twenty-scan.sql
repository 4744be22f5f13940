SELECT count(*), max("m:opened"), max("m:acknowledged"), max("m:assigned"), max("m:resolved"), max("m:closed"), max("m:cancelled"),
  max("f:priority"), max("f:reopenings"), count_if("f:kind" = 'incident'), count_if("f:region" = 'east')
FROM "tickets.cases";
