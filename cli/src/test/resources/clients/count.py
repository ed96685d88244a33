"""Reads topics from the beginning.   python3 count.py HOST:PORT TOPIC=NUMBER…   Ends when it has so many records of each."""
import sys
import uuid

from confluent_kafka import Consumer

wanted = {topic: int(number) for topic, number in (argument.split("=") for argument in sys.argv[2:])}
consumer = Consumer(
    {
        "bootstrap.servers": sys.argv[1],
        "group.id": f"count-{uuid.uuid4()}",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "allow.auto.create.topics": False,
    }
)
consumer.subscribe(list(wanted))
counts = dict.fromkeys(wanted, 0)
while any(counts[topic] < wanted[topic] for topic in wanted):
    message = consumer.poll(1)
    if message is None:
        continue
    if message.error():
        sys.exit(str(message.error()))
    counts[message.topic()] += 1
consumer.close()
for topic in sorted(counts):
    print(f"{topic} {counts[topic]}")
