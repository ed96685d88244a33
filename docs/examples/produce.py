"""Sends one article to Newsfold.   python3 produce.py HOST:PORT   (pip install confluent-kafka)"""
import sys
from datetime import datetime, timezone

from confluent_kafka import Producer

address = "https://harbour.example/2026/ferry-night"
text = """Ferry will run at night

The ferry to Skerry Island will run at night from May, Mayor Ida Holm of Carrow Point said on Monday.
The harbour board had asked for it since the bridge was closed in the winter."""

producer = Producer(
    {
        "bootstrap.servers": sys.argv[1],
        "enable.idempotence": True,
        "compression.type": "gzip",
        "partitioner": "murmur2_random",  # as Java's clients: all records of a key in one partition
    }
)


def report(error, message):
    if error:
        sys.exit(f"not sent: {error}")
    print(f"sent to partition {message.partition()}, offset {message.offset()}")


producer.produce(
    "articles.raw",
    key=address,
    value=text.encode(),
    headers={
        "content-type": b"text/plain; charset=utf-8",
        "ce_time": datetime.now(timezone.utc).isoformat().replace("+00:00", "Z").encode(),
        "ce_source": b"produce.py",
        "newsfold_publisher": "Harbour Examiner".encode(),
        "newsfold_published": b"2026-03-02T09:30:00Z",
    },
    on_delivery=report,
)
producer.flush(30)
