-- Holds of the tickets: hold 0 awaiting-user, 1 awaiting-vendor, 2 awaiting-problem. Of 100 tickets 45 have none, 25 one,
-- 20 two that do not touch, 10 two that overlap; a ticket that is not resolved may still be held.
-- ${cases}: the file of the tickets; ${seed}; ${file}: where the holds go; ${atoms}: where their disjoint pieces go.
CREATE OR REPLACE TEMP MACRO u(i, k) AS (hash(i * 64 + k, ${seed}) >> 11) / 9007199254740992.0;
CREATE OR REPLACE TEMP VIEW held AS
  WITH lives AS (
    SELECT case_no, "m:opened" AS f, coalesce("m:resolved", "m:cancelled", 1790827200000000) AS u,
      "m:resolved" IS NULL AND "m:cancelled" IS NULL AS open,
      CASE WHEN u(case_no, 20) < 0.45 THEN 0 WHEN u(case_no, 20) < 0.70 THEN 1 WHEN u(case_no, 20) < 0.90 THEN 2 ELSE 3 END AS held,
      (u(case_no, 21) * 3)::BIGINT % 3 AS one, u(case_no, 22) / 8 AS a, u(case_no, 23) / 8 AS b, u(case_no, 24) / 8 AS c
    FROM '${cases}' WHERE coalesce("m:resolved", "m:cancelled", 1790827200000000) - "m:opened" > 100000000)
  SELECT case_no, held, one, (one + 1) % 3 AS other, open AND held <> 0 AND a < 0.06 AS open,
    -- four instants, in this order, in whole seconds
    f + ((u - f) * (0.1 + a) // 1000000)::BIGINT * 1000000 AS q0, f + ((u - f) * (0.3 + b) // 1000000)::BIGINT * 1000000 AS q1,
    f + ((u - f) * (0.5 + c) // 1000000)::BIGINT * 1000000 AS q2, f + ((u - f) * (0.7 + a) // 1000000)::BIGINT * 1000000 AS q3
  FROM lives WHERE held > 0;
COPY (
  SELECT case_no, p.hold_no::SMALLINT AS hold_no, p.f, p.u, 0::INTEGER AS file_no, row_number() OVER ()::BIGINT AS row_no
  FROM (
    SELECT case_no, unnest(CASE held
      WHEN 1 THEN [{hold_no: one, f: q0, u: CASE WHEN NOT open THEN q2 END}]
      WHEN 2 THEN [{hold_no: one, f: q0, u: q1}, {hold_no: other, f: q2, u: CASE WHEN NOT open THEN q3 END}]
      ELSE [{hold_no: one, f: q0, u: q2}, {hold_no: other, f: q1, u: CASE WHEN NOT open THEN q3 END}] END) AS p
    FROM held)
) TO '${file}' (FORMAT parquet, COMPRESSION zstd);
COPY (
  SELECT case_no, p.f, p.u, p.mask::BIGINT AS mask
  FROM (
    SELECT case_no, unnest(CASE held
      WHEN 1 THEN [{f: q0, u: CASE WHEN NOT open THEN q2 END, mask: 1 << one}]
      WHEN 2 THEN [{f: q0, u: q1, mask: 1 << one}, {f: q2, u: CASE WHEN NOT open THEN q3 END, mask: 1 << other}]
      ELSE [{f: q0, u: q1, mask: 1 << one}, {f: q1, u: q2, mask: (1 << one) | (1 << other)},
        {f: q2, u: CASE WHEN NOT open THEN q3 END, mask: 1 << other}] END) AS p
    FROM held)
) TO '${atoms}' (FORMAT parquet, COMPRESSION zstd);
