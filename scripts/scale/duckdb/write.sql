-- NDJSON to Parquet: a folder for each batch. After ndjson.sql, and SET VARIABLE parquet = 'parquet';
-- A row has some 400 values, so a group of 8192 rows is large enough to be packed well and small enough for the memory.
COPY (SELECT * FROM arrived) TO (getvariable('parquet'))
  (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192, PARTITION_BY (batch), OVERWRITE_OR_IGNORE);
