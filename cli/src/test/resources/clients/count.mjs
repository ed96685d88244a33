// Reads topics from the beginning.   node count.mjs HOST:PORT TOPIC=NUMBER…   Ends when it has so many records of each.
import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';

const wanted = new Map(process.argv.slice(3).map((argument) => argument.split('=')).map(([t, n]) => [t, Number(n)]));
const counts = new Map([...wanted.keys()].map((topic) => [topic, 0]));
const kafka = new Kafka({ brokers: [process.argv[2]], logLevel: 1 });
const consumer = kafka.consumer({ groupId: `count-${randomUUID()}`, allowAutoTopicCreation: false, retry: { retries: 0 } });
consumer.on(consumer.events.CRASH, ({ payload }) => {
  console.error(payload.error.message);
  process.exit(1);
});
await consumer.connect();
await consumer.subscribe({ topics: [...wanted.keys()], fromBeginning: true });
await new Promise((resolve) => {
  consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic }) => {
      counts.set(topic, counts.get(topic) + 1);
      if ([...wanted].every(([name, number]) => counts.get(name) >= number)) resolve();
    },
  });
});
await consumer.disconnect();
[...counts].sort().forEach(([topic, count]) => console.log(`${topic} ${count}`));
