// Prints the articles of a Newsfold pipeline.   node read.mjs HOST:PORT [NUMBER]
// (npm install kafkajs). Ends after NUMBER articles, or goes on until Ctrl-C.
import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';

const limit = Number(process.argv[3] ?? Infinity);
const kafka = new Kafka({ brokers: [process.argv[2]], logLevel: 1 });
const consumer = kafka.consumer({
  groupId: `read-${randomUUID()}`, // of its own: each start reads from the beginning
  readUncommitted: false,
  allowAutoTopicCreation: false,
  maxBytesPerPartition: 12 * 1024 * 1024,
});
await consumer.connect();
await consumer.subscribe({ topic: 'articles.enriched', fromBeginning: true });
let count = 0;
await new Promise((resolve) => {
  consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      if (count >= limit) return;
      if (message.value === null) {
        console.log(`${message.key}  withdrawn`);
        return;
      }
      const article = JSON.parse(message.value);
      console.log(`${article.id}  ${article.datePublished ?? 'without date'}  ${article.headline}`);
      for (const { type, name, mentions } of article.entities) {
        const { start, end } = mentions[0];
        const words = [...article.articleBody].slice(start, end).join(''); // code points, not UTF-16 units
        console.log(`  ${type}  ${name}  as: ${words}`);
      }
      count += 1;
      if (count >= limit) resolve();
    },
  });
});
await consumer.disconnect();
