-- Made-up tickets over 33 months, in the stored form of a record set that is no event log.
-- ${cases}: how many; ${seed}: any number; ${file}: where to.
--
-- Opened evenly from 2024-01-01T05:00Z until 2026-10-01T04:00Z, the day the records were taken; what had not happened by
-- then is missing. Of 1,000 tickets 15 are cancelled, 3 closed without being resolved, 3 never acknowledged, 4 forgotten.
CREATE OR REPLACE TEMP MACRO u(i, k) AS (hash(i * 64 + k, ${seed}) >> 11) / 9007199254740992.0;
CREATE OR REPLACE TEMP MACRO wait(i, k, mean) AS 1 + (-ln(1 - u(i, k)) * mean)::BIGINT;
COPY (
  WITH drawn AS (
    SELECT
      i AS case_no,
      1704085200 + ((i + 4 * u(i, 0)) / (${cases} + 4) * (1790827200 - 1704085200))::BIGINT AS opened,
      CASE WHEN u(i, 1) < 0.05 THEN 1 WHEN u(i, 1) < 0.20 THEN 2 WHEN u(i, 1) < 0.60 THEN 3 ELSE 4 END AS priority,
      u(i, 2) AS fate
    FROM range(${cases}) t(i)),
  lived AS (
    SELECT *,
      opened + wait(case_no, 8, 900 * priority) AS acknowledged,
      opened + wait(case_no, 8, 900 * priority) + wait(case_no, 9, 3600 * priority) AS assigned,
      opened + wait(case_no, 8, 900 * priority) + wait(case_no, 9, 3600 * priority)
        + wait(case_no, 10, 28800 * priority) AS resolved,
      opened + wait(case_no, 8, 900 * priority) + wait(case_no, 9, 3600 * priority)
        + wait(case_no, 10, 28800 * priority) + wait(case_no, 11, 259200) AS closed,
      CASE WHEN fate < 0.015 THEN least(opened + wait(case_no, 12, 14400), 1790827200) ELSE 1790827200 END AS ended
    FROM drawn)
  SELECT
    case_no::BIGINT AS case_no,
    'T' || lpad(case_no::VARCHAR, 9, '0') AS case_key,
    opened * 1000000 AS "m:opened",
    CASE WHEN acknowledged < ended AND NOT fate BETWEEN 0.018 AND 0.021 THEN acknowledged * 1000000 END AS "m:acknowledged",
    CASE WHEN assigned < ended THEN assigned * 1000000 END AS "m:assigned",
    CASE WHEN resolved < ended AND NOT fate BETWEEN 0.015 AND 0.018 AND fate < 0.996 THEN resolved * 1000000 END AS "m:resolved",
    CASE WHEN closed < ended AND fate < 0.996 THEN closed * 1000000 END AS "m:closed",
    CASE WHEN ended < 1790827200 THEN ended * 1000000 END AS "m:cancelled",
    priority::BIGINT AS "f:priority",
    CASE WHEN u(case_no, 3) < 0.6 THEN 'incident' WHEN u(case_no, 3) < 0.9 THEN 'request' ELSE 'question' END AS "f:kind",
    CASE WHEN u(case_no, 4) < 0.4 THEN 'east' WHEN u(case_no, 4) < 0.6 THEN 'west'
      WHEN u(case_no, 4) < 0.8 THEN 'north' ELSE 'south' END AS "f:region",
    CASE WHEN u(case_no, 5) < 0.04 THEN 1 ELSE 0 END::BIGINT AS "f:reopenings",
    NULL::VARCHAR AS unusable,
    0::INTEGER AS file_no,
    case_no::BIGINT + 1 AS row_no
  FROM lived
) TO '${file}' (FORMAT parquet, COMPRESSION zstd);
