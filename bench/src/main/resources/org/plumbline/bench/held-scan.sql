SELECT count(*), bit_xor("m:opened"), bit_xor("m:resolved"), bit_xor("m:closed"), bit_xor("m:cancelled"), bit_xor("f:priority")
FROM "tickets.cases";

SELECT count(*), bit_xor(case_no), bit_xor(f), bit_xor(u), bit_xor(mask) FROM "tickets.atoms";
