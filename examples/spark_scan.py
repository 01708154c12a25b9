"""Find and check legal citations on a Spark cluster: ``spark-submit spark_scan.py ARTICLES.parquet FOUND.parquet``.

Needs electlaw, pyspark, pandas and pyarrow on the driver and on every executor. ``mapInArrow`` hands each partition to
`Scanner.batches` as Arrow batches; the output has one row a citation and one a finding, told apart by ``record``.
"""

import sys

from electlaw.scan import Scanner


def scan(articles, scanner):
    """Return the citations and findings of a Spark frame of texts, as a Spark frame."""
    import pyarrow as pa
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_type

    given = pa.schema([pa.field(field.name, to_arrow_type(field.dataType)) for field in articles.schema])
    return articles.mapInArrow(scanner.batches, from_arrow_schema(scanner.schema(given)))


def main(source: str, target: str) -> None:
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("electlaw scan").getOrCreate()
    articles = spark.read.parquet(source)
    found = scan(articles, Scanner(text="text", keep=("url",)))
    found.write.partitionBy("record").parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:3])
