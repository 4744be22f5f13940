SELECT count(*), bit_xor("m:opened"), bit_xor("m:acknowledged"), bit_xor("m:assigned"), bit_xor("m:resolved"), bit_xor("m:closed"),
  bit_xor("m:cancelled"), bit_xor("f:priority"), bit_xor("f:reopenings"), count_if("f:kind" = 'incident'), count_if("f:region" = 'east')
FROM "tickets.cases";
