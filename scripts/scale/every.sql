-- Each row is a respondent.
CREATE OR REPLACE TEMPORARY VIEW respondents AS
SELECT * FROM arrived;
