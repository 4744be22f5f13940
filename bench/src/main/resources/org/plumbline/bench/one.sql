-- Tickets resolved in time by priority, per month of the decision: the best we know to write by hand.
-- slots: one row for each half hour, wholly open or closed, with open time as desk_at + desk_open * t, the month, and the
-- open time at the month's last microsecond.
CREATE OR REPLACE TEMP TABLE counted AS
WITH
ends AS (
  SELECT "f:priority" AS priority, "m:opened" AS s,
    coalesce("m:resolved", "m:cancelled" - 1, "m:closed", ${as-of}) AS e,
    CASE WHEN "m:resolved" IS NOT NULL THEN 0 WHEN "m:cancelled" IS NOT NULL THEN 1 WHEN "m:closed" IS NOT NULL THEN 2 ELSE 3 END AS how
  FROM "tickets.cases"),
timed AS (
  SELECT priority, how, x.period, y.period AS ended,
    -- due before it was cancelled: open time up to the microsecond before reaches the limit
    (y.desk_at + y.desk_open * e) - (x.desk_at + x.desk_open * s) + (how = 1)::BIGINT AS elapsed,
    -- a limit below this runs out in the month of the start
    x.desk_end - (x.desk_at + x.desk_open * s) + 1 AS room,
    CASE priority WHEN 1 THEN 9 WHEN 2 THEN 13 WHEN 3 THEN 18 ELSE 24 END * 3600000000 AS allowed
  FROM ends
  JOIN slots x ON x.slot = (s // 1800000000)::INT
  JOIN slots y ON y.slot = (e // 1800000000)::INT)
SELECT priority, period, ended, how, count(*) AS cases,
  count_if(elapsed > allowed) AS missed, count_if(least(elapsed, room) > allowed) AS missed_here
FROM timed
GROUP BY ALL;

WITH decided AS (
  SELECT priority, unnest([
    {period: ended, cases: CASE how WHEN 0 THEN cases - missed ELSE 0 END, holding: CASE how WHEN 0 THEN cases - missed ELSE 0 END,
      indeterminate: CASE how WHEN 2 THEN cases - missed ELSE 0 END},
    {period: period, cases: missed_here, holding: 0, indeterminate: 0},
    {period: period + 1, cases: missed - missed_here, holding: 0, indeterminate: 0}], recursive := true)
  FROM counted)
SELECT 'resolved' AS metric, priority - 1 AS line, period, sum(cases) AS cases, sum(holding) AS holding,
  sum(indeterminate) AS indeterminate, sum(holding) AS figure, sum(cases) AS divisor,
  sum(holding) AS low, sum(holding) + sum(indeterminate) AS high, sum(cases) + sum(indeterminate) AS "all"
FROM decided
GROUP BY ALL
HAVING sum(cases) + sum(indeterminate) > 0;

SELECT 'resolved' AS metric, sum(cases) AS "all", sum(CASE how WHEN 0 THEN cases ELSE missed END) AS counted,
  sum(CASE how WHEN 2 THEN cases - missed ELSE 0 END) AS indeterminate, sum(CASE how WHEN 3 THEN cases - missed ELSE 0 END) AS open,
  sum(CASE how WHEN 1 THEN cases - missed ELSE 0 END) AS voided, 0 AS not_qualified
FROM counted;
