package io.newsfold.desk.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.newsfold.desk.index.IndexUpdater;
import io.newsfold.desk.index.TopicIndex;
import io.newsfold.desk.picture.PictureCache;
import io.newsfold.kafka.BrokerWatch;
import io.newsfold.kafka.Cluster;
import java.util.Properties;

/**
 * What a running desk consists of; {@link WebServer} opens and closes them.
 *
 * @param client settings of the Kafka client
 * @param metrics of the process
 */
record DeskParts(
        TopicIndex index,
        IndexUpdater updater,
        EventStreams streams,
        SubmissionEndpoint submissions,
        PictureCache pictures,
        Cluster cluster,
        BrokerWatch watch,
        Properties client,
        PrometheusMeterRegistry metrics) {}
