SELECT count(*), bit_xor("m:opened"), bit_xor("m:resolved"), bit_xor("m:closed"), bit_xor("m:cancelled"), bit_xor("f:priority")
FROM "tickets.cases";
