-- The same rows from Parquet. Before: SET VARIABLE rows = 'parquet/*/*.parquet';
CREATE OR REPLACE TEMPORARY VIEW arrived AS
SELECT * FROM read_parquet(getvariable('rows'), hive_partitioning = true, hive_types = {batch: VARCHAR});
