package io.newsfold.desk.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.newsfold.contract.Topic;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.IndexUpdater;
import io.newsfold.desk.index.TopicIndex;
import io.newsfold.desk.picture.ArticlePicture;
import io.newsfold.desk.picture.PictureCache;
import io.newsfold.desk.picture.PictureConfig;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.BrokerWatch;
import io.newsfold.kafka.Cluster;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The desk as a server: the index, its updater and the port. */
public final class WebServer implements AutoCloseable {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int IDLE_MILLIS = 30_000;
    private static final int MAX_THREADS = 48;
    private static final int MIN_THREADS = 4;
    private static final int ACCEPT_QUEUE = 512;

    /**
     * Configuration of the desk.
     *
     * @param address to listen on
     * @param port 0 for one that is free
     * @param token that requests need which change something; null where the address is a loopback one
     * @param perMinute limit of requests that change something, by client; 0 for no limit
     * @param at the moment that story pages show; null for now
     * @param folder of the index
     * @param pictures of articles
     */
    public record Config(
            String address,
            int port,
            @Nullable String token,
            int perMinute,
            @Nullable Instant at,
            Path folder,
            PictureConfig pictures) {
        /** @throws IllegalArgumentException where others can reach the address and there is no token */
        public Config {
            if (token == null && !isLoopback(address)) {
                throw new IllegalArgumentException("to listen on " + address
                        + ", where others can reach it, the desk needs a token: --token-file FILE");
            }
        }

        boolean isLoopback() {
            return isLoopback(address);
        }

        private static boolean isLoopback(String address) {
            try {
                return InetAddress.getByName(address).isLoopbackAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("there is no address " + address, e);
            }
        }
    }

    private final TopicIndex index;
    private final IndexQueries queries;
    private final PictureCache pictures;
    private final IndexUpdater updater;
    private final EventStreams streams;
    private final SubmissionEndpoint submissions;
    private final Server server;
    private final ServerConnector connector;
    private final Cluster cluster;
    private final BrokerWatch watch;

    private WebServer(Config config, Properties client, PrometheusMeterRegistry metrics) throws Exception {
        cluster = new Cluster(client);
        index = openIndex(config);
        queries = new IndexQueries(index);
        pictures = PictureCache.open(config.pictures(), Clock.systemUTC(), this::isCurrent);
        streams = new EventStreams(index.offsets());
        updater = new IndexUpdater(index, client, streams::publish, pictures::remove);
        watch = new BrokerWatch(client);
        submissions = new SubmissionEndpoint(client, Clock.systemUTC());
        server = server();
        connector = connector(server, config);
        DeskParts parts =
                new DeskParts(index, updater, streams, submissions, pictures, cluster, watch, client, metrics);
        server.setHandler(DeskHandler.of(config, parts));
        metrics.gauge("newsfold.desk.streams", streams, EventStreams::clients);
        try {
            server.start();
        } catch (Exception e) {
            submissions.close();
            pictures.close();
            watch.close();
            index.close();
            cluster.close();
            throw e;
        }
        updater.start();
    }

    private static Server server() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("desk");
        threads.setDaemon(true);
        return new Server(threads);
    }

    private static ServerConnector connector(Server server, Config config) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(config.address());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        server.addConnector(connector);
        return connector;
    }

    private TopicIndex openIndex(Config config) {
        String id = cluster.check();
        try {
            cluster.require(Topic.CHANGES);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return TopicIndex.open(config.folder(), id);
    }

    /**
     * Starts the desk; returns as soon as it answers requests, which may be before the index has caught up with the
     * topics.
     *
     * @param client settings of the Kafka client
     * @param metrics of the process
     * @throws BrokerException where the cluster has no topics of ours
     * @throws IllegalArgumentException where the port is taken
     */
    public static WebServer start(Config config, Properties client, PrometheusMeterRegistry metrics) {
        try {
            return new WebServer(config, client, metrics);
        } catch (BindException e) {
            throw portTaken(config, e);
        } catch (IOException e) {
            if (e.getCause() instanceof BindException) {
                throw portTaken(config, e);
            }
            throw new IllegalStateException("the desk did not start", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the desk did not start", e);
        }
    }

    private static IllegalArgumentException portTaken(Config config, Exception e) {
        return new IllegalArgumentException(
                "port " + config.port() + " on " + config.address() + " is taken: choose another with --port", e);
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setUriCompliance(UriCompliance.RFC3986);
        return http;
    }

    private boolean isCurrent(ArticlePicture picture) {
        return queries.article(picture.article())
                .flatMap(article -> ArticlePicture.of(article.article()))
                .filter(picture::equals)
                .isPresent();
    }

    /** Its address, with the port that was chosen. */
    public String address() {
        String host = connector.getHost();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort();
    }

    /** Waits until the desk shows all records that are on the topics now. */
    public void awaitShown() throws InterruptedException {
        updater.awaitIndexed();
    }

    @Override
    public void close() {
        streams.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the desk did not stop", e);
        } finally {
            submissions.close();
            pictures.close();
            updater.close();
            watch.close();
            index.close();
            cluster.close();
        }
    }
}
