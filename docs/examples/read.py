"""Prints the articles of a Newsfold pipeline.   python3 read.py HOST:PORT [NUMBER]   (pip install confluent-kafka)

Ends after NUMBER articles, or goes on until Ctrl-C.
"""
import json
import sys
import uuid

from confluent_kafka import Consumer

limit = int(sys.argv[2]) if len(sys.argv) > 2 else None
consumer = Consumer(
    {
        "bootstrap.servers": sys.argv[1],
        "group.id": f"read-{uuid.uuid4()}",  # of its own: each start reads from the beginning
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "allow.auto.create.topics": False,
    }
)
consumer.subscribe(["articles.enriched"])
count = 0
try:
    while limit is None or count < limit:
        message = consumer.poll(1)
        if message is None:
            continue
        if message.error():
            sys.exit(str(message.error()))
        if message.value() is None:
            print(f"{message.key().decode()}  withdrawn")
            continue
        article = json.loads(message.value())
        print(f"{article['id']}  {article.get('datePublished', 'without date')}  {article['headline']}")
        for entity in article["entities"]:
            mention = entity["mentions"][0]
            words = article["articleBody"][mention["start"] : mention["end"]]  # code points, as Python counts
            print(f"  {entity['type']}  {entity['name']}  as: {words}")
        count += 1
finally:
    consumer.close()
