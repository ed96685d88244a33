// Sends one article to Newsfold.   node produce.mjs HOST:PORT   (npm install kafkajs)
import { CompressionTypes, Kafka } from 'kafkajs';

const address = 'https://harbour.example/2026/lamp-lit';
const text = `Old lamp is lit again

The lamp of the tower at Carrow Point was lit again on Tuesday, keeper Nell Ridley said.
It had been dark for eleven years, since the road to the tower was washed away.`;

const kafka = new Kafka({ brokers: [process.argv[2]], logLevel: 1 });
const producer = kafka.producer({ idempotent: true, allowAutoTopicCreation: false });
await producer.connect();
const [sent] = await producer.send({
  topic: 'articles.raw',
  acks: -1,
  compression: CompressionTypes.GZIP,
  messages: [
    {
      key: address,
      value: text,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        ce_time: new Date().toISOString(),
        ce_source: 'produce.mjs',
        newsfold_publisher: 'Harbour Examiner',
        newsfold_published: '2026-03-03T18:00:00Z',
      },
    },
  ],
});
console.log(`sent to partition ${sent.partition}, offset ${sent.baseOffset}`);
await producer.disconnect();
