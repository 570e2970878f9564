-- One line for each letter of an answer, each score, each gate that is shut and each finding.
-- `place` is that of the letter in its answer, from 0: each answer has one line with 0, and an empty one has no other.
CREATE OR REPLACE TEMPORARY VIEW answers AS
SELECT size, field, generate_subscripts(items, 1) - 1 AS place, UNNEST(items) AS item
FROM (
  SELECT size, UNNEST(map_keys(answers)) AS field, string_split(UNNEST(map_values(answers)), ' ') AS items
  FROM respondents
) AS answered;

CREATE OR REPLACE TEMPORARY VIEW points AS
SELECT size, 'pack' AS kind, UNNEST(map_keys(packs)) AS name, UNNEST(map_values(packs)) AS points FROM respondents
UNION ALL
SELECT size, 'chapter', UNNEST(map_keys(chapters)), UNNEST(map_values(chapters)) FROM respondents;

CREATE OR REPLACE TEMPORARY VIEW marks AS
SELECT size, 'gate' AS kind, UNNEST(shut) AS name FROM respondents
UNION ALL
SELECT size, 'finding', UNNEST(findings) FROM respondents;
