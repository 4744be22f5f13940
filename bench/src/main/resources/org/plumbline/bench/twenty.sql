-- Twenty metrics over tickets with four clocks, per month of the decision: the best we know to write by hand. One pass over
-- the tickets, five look-ups, one aggregation by what the metrics have in common; the metrics are rolled up from its some ten
-- thousand rows. See one.sql for slots, elapsed and room.
CREATE OR REPLACE TEMP TABLE limits AS
SELECT tier, COLUMNS(* EXCLUDE tier) * 3600000000 FROM (VALUES
  (1, 2::BIGINT, 1::BIGINT, 6::BIGINT, 3::BIGINT, 4::BIGINT, 3::BIGINT, 12::BIGINT, 5::BIGINT, 12::BIGINT, 10::BIGINT, 27::BIGINT, 12::BIGINT, 40::BIGINT, 36::BIGINT, 54::BIGINT, 45::BIGINT),
  (2, 4, 3, 6, 5, 8, 6, 12, 9, 18, 14, 27, 20, 45, 40, 54, 50),
  (3, 6, 5, 6, 7, 12, 10, 12, 13, 27, 24, 27, 30, 50, 48, 54, 55),
  (4, 9, 8, 6, 9, 18, 16, 12, 18, 36, 32, 27, 40, 60, 56, 54, 60))
  t(tier, ack_0, ack_1, ack_2, ack_3,
    asg_0, asg_1, asg_2, asg_3,
    res_0, res_1, res_2, res_3,
    clo_0, clo_1, clo_2, clo_3);

CREATE OR REPLACE TEMP TABLE counted AS
WITH
ends AS (
  SELECT "f:priority" AS priority, "f:kind" = 'incident' AS incident, "f:region" IN ('east', 'west') AS coast, "f:reopenings" = 0 AS once,
    "m:opened" AS s
    , coalesce("m:acknowledged", "m:cancelled" - 1, "m:closed", ${as-of}) AS ack_e
    , CASE WHEN "m:acknowledged" IS NOT NULL THEN 0 WHEN "m:cancelled" IS NOT NULL THEN 1 WHEN "m:closed" IS NOT NULL THEN 2 ELSE 3 END::TINYINT AS ack_how
    , coalesce("m:assigned", "m:cancelled" - 1, "m:closed", ${as-of}) AS asg_e
    , CASE WHEN "m:assigned" IS NOT NULL THEN 0 WHEN "m:cancelled" IS NOT NULL THEN 1 WHEN "m:closed" IS NOT NULL THEN 2 ELSE 3 END::TINYINT AS asg_how
    , coalesce("m:resolved", "m:cancelled" - 1, "m:closed", ${as-of}) AS res_e
    , CASE WHEN "m:resolved" IS NOT NULL THEN 0 WHEN "m:cancelled" IS NOT NULL THEN 1 WHEN "m:closed" IS NOT NULL THEN 2 ELSE 3 END::TINYINT AS res_how
    , coalesce("m:closed", "m:cancelled" - 1, "m:closed", ${as-of}) AS clo_e
    , CASE WHEN "m:closed" IS NOT NULL THEN 0 WHEN "m:cancelled" IS NOT NULL THEN 1 WHEN "m:closed" IS NOT NULL THEN 2 ELSE 3 END::TINYINT AS clo_how
  FROM "tickets.cases"),
timed AS (
  SELECT priority, incident, coast, once, x.period,
    ack.period AS ack_ended, ack_how, (ack.desk_at + ack.desk_open * ack_e) - (x.desk_at + x.desk_open * s) + (ack_how = 1)::BIGINT AS ack_elapsed,
    x.desk_end - (x.desk_at + x.desk_open * s) + 1 AS ack_room,
    asg.period AS asg_ended, asg_how, (asg.extended_at + asg.extended_open * asg_e) - (x.extended_at + x.extended_open * s) + (asg_how = 1)::BIGINT AS asg_elapsed,
    x.extended_end - (x.extended_at + x.extended_open * s) + 1 AS asg_room,
    res.period AS res_ended, res_how, CASE WHEN priority = 1 THEN res_e - s ELSE (res.desk_at + res.desk_open * res_e) - (x.desk_at + x.desk_open * s) END + (res_how = 1)::BIGINT AS res_elapsed,
    CASE WHEN priority = 1 THEN x.period_end - s ELSE x.desk_end - (x.desk_at + x.desk_open * s) END + 1 AS res_room,
    clo.period AS clo_ended, clo_how, (clo.field_at + clo.field_open * clo_e) - (x.field_at + x.field_open * s) + (clo_how = 1)::BIGINT AS clo_elapsed,
    x.field_end - (x.field_at + x.field_open * s) + 1 AS clo_room,
    limits.*
  FROM ends
  JOIN slots x ON x.slot = (s // 1800000000)::INT
  JOIN slots ack ON ack.slot = (ack_e // 1800000000)::INT
  JOIN slots asg ON asg.slot = (asg_e // 1800000000)::INT
  JOIN slots res ON res.slot = (res_e // 1800000000)::INT
  JOIN slots clo ON clo.slot = (clo_e // 1800000000)::INT
  JOIN limits ON tier = priority)
SELECT priority, incident, coast, once, period, ack_ended, ack_how, asg_ended, asg_how, res_ended, res_how, clo_ended, clo_how,
  count(*) AS cases, sum(res_elapsed)::DECIMAL(38, 0) AS res_total,
  count_if(ack_elapsed > ack_0) AS ack_missed_0, count_if(least(ack_elapsed, ack_room) > ack_0) AS ack_here_0,
  count_if(ack_elapsed > ack_1) AS ack_missed_1, count_if(least(ack_elapsed, ack_room) > ack_1) AS ack_here_1,
  count_if(ack_elapsed > ack_2) AS ack_missed_2, count_if(least(ack_elapsed, ack_room) > ack_2) AS ack_here_2,
  count_if(ack_elapsed > ack_3) AS ack_missed_3, count_if(least(ack_elapsed, ack_room) > ack_3) AS ack_here_3,
  count_if(asg_elapsed > asg_0) AS asg_missed_0, count_if(least(asg_elapsed, asg_room) > asg_0) AS asg_here_0,
  count_if(asg_elapsed > asg_1) AS asg_missed_1, count_if(least(asg_elapsed, asg_room) > asg_1) AS asg_here_1,
  count_if(asg_elapsed > asg_2) AS asg_missed_2, count_if(least(asg_elapsed, asg_room) > asg_2) AS asg_here_2,
  count_if(asg_elapsed > asg_3) AS asg_missed_3, count_if(least(asg_elapsed, asg_room) > asg_3) AS asg_here_3,
  count_if(res_elapsed > res_0) AS res_missed_0, count_if(least(res_elapsed, res_room) > res_0) AS res_here_0,
  count_if(res_elapsed > res_1) AS res_missed_1, count_if(least(res_elapsed, res_room) > res_1) AS res_here_1,
  count_if(res_elapsed > res_2) AS res_missed_2, count_if(least(res_elapsed, res_room) > res_2) AS res_here_2,
  count_if(res_elapsed > res_3) AS res_missed_3, count_if(least(res_elapsed, res_room) > res_3) AS res_here_3,
  count_if(clo_elapsed > clo_0) AS clo_missed_0, count_if(least(clo_elapsed, clo_room) > clo_0) AS clo_here_0,
  count_if(clo_elapsed > clo_1) AS clo_missed_1, count_if(least(clo_elapsed, clo_room) > clo_1) AS clo_here_1,
  count_if(clo_elapsed > clo_2) AS clo_missed_2, count_if(least(clo_elapsed, clo_room) > clo_2) AS clo_here_2,
  count_if(clo_elapsed > clo_3) AS clo_missed_3, count_if(least(clo_elapsed, clo_room) > clo_3) AS clo_here_3
FROM timed
GROUP BY ALL;

-- One row for each metric and row above: how many missed, and of these in the month of the start.
CREATE OR REPLACE TEMP TABLE rolled AS
SELECT priority, period, cases, unnest([
  {metric: 'acknowledged', line: 0, qualifies: true, ended: ack_ended, how: ack_how, missed: ack_missed_0, here: ack_here_0},
  {metric: 'acknowledged-by-priority', line: priority - 1, qualifies: true, ended: ack_ended, how: ack_how, missed: ack_missed_1, here: ack_here_1},
  {metric: 'acknowledged-incidents', line: 0, qualifies: incident, ended: ack_ended, how: ack_how, missed: ack_missed_2, here: ack_here_2},
  {metric: 'acknowledged-coasts', line: 0, qualifies: coast, ended: ack_ended, how: ack_how, missed: ack_missed_3, here: ack_here_3},
  {metric: 'assigned', line: 0, qualifies: true, ended: asg_ended, how: asg_how, missed: asg_missed_0, here: asg_here_0},
  {metric: 'assigned-by-priority', line: priority - 1, qualifies: true, ended: asg_ended, how: asg_how, missed: asg_missed_1, here: asg_here_1},
  {metric: 'assigned-incidents', line: 0, qualifies: incident, ended: asg_ended, how: asg_how, missed: asg_missed_2, here: asg_here_2},
  {metric: 'assigned-coasts', line: 0, qualifies: coast, ended: asg_ended, how: asg_how, missed: asg_missed_3, here: asg_here_3},
  {metric: 'resolved', line: 0, qualifies: true, ended: res_ended, how: res_how, missed: res_missed_0, here: res_here_0},
  {metric: 'resolved-by-priority', line: priority - 1, qualifies: true, ended: res_ended, how: res_how, missed: res_missed_1, here: res_here_1},
  {metric: 'resolved-incidents', line: 0, qualifies: incident, ended: res_ended, how: res_how, missed: res_missed_2, here: res_here_2},
  {metric: 'resolved-coasts', line: 0, qualifies: coast, ended: res_ended, how: res_how, missed: res_missed_3, here: res_here_3},
  {metric: 'closed', line: 0, qualifies: true, ended: clo_ended, how: clo_how, missed: clo_missed_0, here: clo_here_0},
  {metric: 'closed-by-priority', line: priority - 1, qualifies: true, ended: clo_ended, how: clo_how, missed: clo_missed_1, here: clo_here_1},
  {metric: 'closed-incidents', line: 0, qualifies: incident, ended: clo_ended, how: clo_how, missed: clo_missed_2, here: clo_here_2},
  {metric: 'closed-coasts', line: 0, qualifies: coast, ended: clo_ended, how: clo_how, missed: clo_missed_3, here: clo_here_3}], recursive := true)
FROM counted;

WITH decided AS (
  SELECT metric, line, unnest([
    {period: ended, cases: CASE how WHEN 0 THEN cases - missed ELSE 0 END, holding: CASE how WHEN 0 THEN cases - missed ELSE 0 END,
      indeterminate: CASE how WHEN 2 THEN cases - missed ELSE 0 END},
    {period: period, cases: here, holding: 0, indeterminate: 0},
    {period: period + 1, cases: missed - here, holding: 0, indeterminate: 0}], recursive := true)
  FROM rolled WHERE qualifies),
shares AS (
  SELECT metric, line, period, sum(cases) AS cases, sum(holding) AS holding, sum(indeterminate) AS indeterminate
  FROM decided GROUP BY ALL
  UNION ALL
  SELECT 'never-reopened', 0, res_ended, sum(CASE res_how WHEN 0 THEN cases ELSE 0 END),
    sum(CASE WHEN res_how = 0 AND once THEN cases ELSE 0 END), sum(CASE res_how WHEN 2 THEN cases ELSE 0 END)
  FROM counted GROUP BY ALL)
SELECT metric, line, period, cases, holding, indeterminate, holding AS figure, cases AS divisor,
  holding AS low, holding + indeterminate AS high, cases + indeterminate AS "all"
FROM shares WHERE cases + indeterminate > 0
UNION ALL
SELECT 'volume', 0, period, sum(cases), sum(cases), 0, sum(cases), 1, sum(cases), sum(cases), 1
FROM counted GROUP BY ALL
UNION ALL
SELECT 'mean-resolution', 0, res_ended, sum(CASE res_how WHEN 0 THEN cases ELSE 0 END), sum(CASE res_how WHEN 0 THEN cases ELSE 0 END),
  sum(CASE res_how WHEN 2 THEN cases ELSE 0 END), sum(CASE res_how WHEN 0 THEN res_total ELSE 0 END), sum(CASE res_how WHEN 0 THEN cases ELSE 0 END),
  sum(CASE res_how WHEN 0 THEN res_total ELSE 0 END), CASE WHEN bool_and(res_how = 0) THEN sum(res_total) END, sum(cases)
FROM counted WHERE res_how IN (0, 2) GROUP BY ALL
UNION ALL
SELECT 'most-acknowledged', 0, period, count(elapsed), count(elapsed), count(*) - count(elapsed), quantile_disc(elapsed, 0.9), 1,
  -- the indeterminate as the least and as the greatest of all
  nullif(quantile_disc(coalesce(elapsed, -1), 0.9), -1), nullif(quantile_disc(coalesce(elapsed, 4611686018427387903), 0.9), 4611686018427387903), 1
FROM (
  SELECT y.period, CASE WHEN known THEN (y.desk_at + y.desk_open * e) - (x.desk_at + x.desk_open * s) END AS elapsed
  FROM (
    SELECT "m:opened" AS s, coalesce("m:acknowledged", "m:closed") AS e, "m:acknowledged" IS NOT NULL AS known
    FROM "tickets.cases"
    WHERE "f:kind" = 'incident' AND ("m:acknowledged" IS NOT NULL OR "m:cancelled" IS NULL AND "m:closed" IS NOT NULL))
  JOIN slots x ON x.slot = (s // 1800000000)::INT
  JOIN slots y ON y.slot = (e // 1800000000)::INT)
GROUP BY ALL;

WITH standing AS (
  SELECT metric, qualifies, how, cases, missed FROM rolled
  UNION ALL SELECT 'volume', true, 0, cases, 0 FROM counted
  UNION ALL SELECT 'never-reopened', true, res_how, cases, 0 FROM counted
  UNION ALL SELECT 'mean-resolution', true, res_how, cases, 0 FROM counted
  UNION ALL SELECT 'most-acknowledged', incident, ack_how, cases, 0 FROM counted)
SELECT metric, sum(cases) AS "all", sum(CASE WHEN NOT qualifies THEN 0 WHEN how = 0 THEN cases ELSE missed END) AS counted,
  sum(CASE WHEN qualifies AND how = 2 THEN cases - missed ELSE 0 END) AS indeterminate,
  sum(CASE WHEN qualifies AND how = 3 THEN cases - missed ELSE 0 END) AS open,
  sum(CASE WHEN qualifies AND how = 1 THEN cases - missed ELSE 0 END) AS voided,
  sum(CASE WHEN qualifies THEN 0 ELSE cases END) AS not_qualified
FROM standing
GROUP BY ALL;
