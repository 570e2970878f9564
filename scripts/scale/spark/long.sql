-- One line for each letter of an answer, each score, each gate that is shut and each finding.
-- `place` is that of the letter in its answer, from 0: each answer has one line with 0, and an empty one has no other.
CREATE OR REPLACE TEMPORARY VIEW answers AS
SELECT size, field, place, item
FROM respondents
LATERAL VIEW explode(answers) answered AS field, answer
LATERAL VIEW posexplode(split(answer, ' ')) items AS place, item;

CREATE OR REPLACE TEMPORARY VIEW points AS
SELECT size, 'pack' AS kind, name, points FROM respondents LATERAL VIEW explode(packs) scores AS name, points
UNION ALL
SELECT size, 'chapter', name, points FROM respondents LATERAL VIEW explode(chapters) scores AS name, points;

CREATE OR REPLACE TEMPORARY VIEW marks AS
SELECT size, 'gate' AS kind, name FROM respondents LATERAL VIEW explode(shut) shut AS name
UNION ALL
SELECT size, 'finding', name FROM respondents LATERAL VIEW explode(findings) found AS name;
